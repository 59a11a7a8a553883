package preview

import (
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"syscall"
)

// ErrNotLoopback is returned, wrapped with the address, for an address that
// other computers could reach.
var ErrNotLoopback = errors.New("the preview is for this computer alone: give a loopback address such as " + DefaultAddr)

// portsTried is how many ports are tried from the one that was asked for.
const portsTried = 100

// checkAddr refuses an address that is malformed, or not loopback unless it may
// be public. An empty host would be every address of the computer.
func checkAddr(addr string, public bool) error {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return fmt.Errorf("listen on %s: %w", addr, err)
	}
	if n, err := strconv.ParseUint(port, 10, 16); err != nil {
		return fmt.Errorf("listen on %s: %q is no port number", addr, port)
	} else if !loopback(host) && (!public || host == "") {
		return fmt.Errorf("listen on %s: %w", net.JoinHostPort(host, strconv.FormatUint(n, 10)), ErrNotLoopback)
	}
	return nil
}

// loopback reports whether host names this computer: a loopback address, or
// localhost, which RFC 6761 reserves for it.
func loopback(host string) bool {
	if strings.EqualFold(strings.TrimSuffix(host, "."), "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// listen listens on addr, which checkAddr has passed, or on the next free port,
// and reports whether addr itself was taken.
func listen(addr string) (l net.Listener, taken bool, err error) {
	host, p, _ := net.SplitHostPort(addr)
	if loopback(host) && net.ParseIP(host) == nil {
		host = "127.0.0.1" // not what a name server makes of localhost
	}
	first, _ := strconv.Atoi(p)
	for port := first; port < first+portsTried && port <= 65535; port++ {
		l, err = net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
		if err == nil || !inUse(err) {
			break
		}
		taken = true
	}
	if err != nil {
		return nil, false, fmt.Errorf("listen on %s: %w", addr, err)
	}
	return l, taken, nil
}

// shownHost is the host by which people reach what listens: of every address of
// the computer the first that others can use.
func shownHost(addr string, l net.Listener) string {
	given, _, _ := net.SplitHostPort(addr)
	host, _, _ := net.SplitHostPort(l.Addr().String())
	ip := net.ParseIP(host)
	switch {
	case net.ParseIP(given) == nil && !loopback(given):
		return given
	case ip == nil || !ip.IsUnspecified():
		return host
	}
	addrs, _ := net.InterfaceAddrs() // none known is no reason not to serve
	for _, a := range addrs {
		if n, ok := a.(*net.IPNet); ok && n.IP.IsGlobalUnicast() && (n.IP.To4() != nil) == (ip.To4() != nil) {
			return n.IP.String()
		}
	}
	return "localhost"
}

// inUse reports whether err says that another program has the port. Windows
// has a number of its own for it, which syscall does not name.
func inUse(err error) bool {
	const windowsInUse = syscall.Errno(10048)
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, windowsInUse)
}
