package build

import (
	"compress/gzip"
	"fmt"
	"io"
	"sync"

	"github.com/andybalholm/brotli"

	"strategia/internal/site"
)

// brotliQuality: on pages like ours 9 gains half a hundredth over 5, and the best,
// 11, eight hundredths for four times the time.
const brotliQuality = 5

// twins are the twins of a compressed site: .br for browsers, .gz for what else
// asks. Neither holds a date or a name, so the same bytes give the same twin.
var twins = []site.Twin{
	{Ext: ".br", New: pooled(func() packer { return brotli.NewWriterLevel(nil, brotliQuality) })},
	{Ext: ".gz", New: pooled(func() packer {
		z, err := gzip.NewWriterLevel(nil, gzip.BestCompression)
		if err != nil {
			panic(err) // the level is a constant
		}
		return z
	})},
}

// packer is what compresses; making one costs more than compressing a page.
type packer interface {
	io.WriteCloser
	Reset(w io.Writer)
}

// pooled hands out packers that were used before.
func pooled(make func() packer) func(w io.Writer) io.WriteCloser {
	pool := &sync.Pool{New: func() any { return make() }}
	return func(w io.Writer) io.WriteCloser {
		p := pool.Get().(packer)
		p.Reset(w)
		return &lent{p, pool}
	}
}

// lent gives its packer back when it is closed.
type lent struct {
	packer
	pool *sync.Pool
}

func (l *lent) Close() error {
	err := l.packer.Close()
	l.packer.Reset(nil)
	l.pool.Put(l.packer)
	return err
}

// readCopied returns the bytes of a file that is copied to the site.
func (s *Session) readCopied(name string) ([]byte, error) {
	f := s.File(name)
	if f == nil {
		return nil, fmt.Errorf("read %s: the file is gone", name)
	}
	return f.Bytes, nil
}
