package bench

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// printTable prints a table in Markdown.
func printTable(w io.Writer, head []string, rows [][]string) error {
	var b strings.Builder
	line := func(cells []string) { fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | ")) }
	line(head)
	line(slices.Repeat([]string{"---"}, len(head)))
	for _, row := range rows {
		line(row)
	}
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

// PrintGrowth prints the vocabulary of what was made beside its source's.
func PrintGrowth(w io.Writer, source, made Growth) error {
	row := func(name string, g Growth) []string {
		return []string{
			name, fmt.Sprint(g.Tokens), fmt.Sprint(g.Words), fmt.Sprintf("%.3f", g.Exponent),
			fmt.Sprintf("%.2f", g.Head), fmt.Sprintf("%.2f", g.Tail), fmt.Sprintf("%.0f %%", 100*g.Once),
		}
	}
	return printTable(w,
		[]string{"", "running words", "different words", "Heaps' exponent", "Zipf, ranks 10 to 1,000", "Zipf, beyond", "words that stand once"},
		[][]string{row("source", source), row("made", made)})
}

// PrintIndexes prints times and sizes, in the order of the engines.
func PrintIndexes(w io.Writer, engines []Engine, made map[string]Made, text int64) error {
	beside, compared := made[Beside]
	var rows [][]string
	for _, e := range engines {
		m, ok := made[e.Name]
		if !ok {
			continue
		}
		ratio := "-"
		if compared {
			ratio = fmt.Sprintf("%.2f", m.Seconds/beside.Seconds)
		}
		rows = append(rows, []string{
			e.Name, fmt.Sprintf("%.1f", m.Seconds), fmt.Sprintf("%.1f", m.CPU), ratio,
			fmt.Sprintf("%.0f", float64(m.Bytes)/1e6), fmt.Sprintf("%.2f", float64(m.Bytes)/float64(text)), m.At.Format("01-02 15:04"),
		})
	}
	return printTable(w, []string{"index", "seconds", "processor", "x " + Beside, "MB", "x text", "made"}, rows)
}

// PrintLatencies prints the times of each class, the ratios to the engine beside,
// and how far answers agree.
func (r *Results) PrintLatencies(w io.Writer, engines []Engine) error {
	head := []string{"p50 / p95 ms"}
	for _, e := range engines {
		head = append(head, e.Name)
	}
	var times, ratios, agreements [][]string
	for _, class := range r.classes() {
		beside := r.Latency(Beside, class)
		time, ratio, agreement := []string{class}, []string{class}, []string{class}
		for _, e := range engines {
			l := r.Latency(e.Name, class)
			time, ratio = append(time, l.cell()), append(ratio, l.over(beside))
			a, ok := r.Agreement(e.Name, Beside, class)
			agreement = append(agreement, a.cell(ok && e.Name != Beside && !e.Apart))
		}
		times, ratios, agreements = append(times, time), append(ratios, ratio), append(agreements, agreement)
	}
	if err := printTable(w, head, times); err != nil {
		return err
	}
	if err := r.printRefused(w, engines); err != nil {
		return err
	}
	if len(r.rounds[Beside]) == 0 {
		return nil
	}
	head[0] = "x " + Beside + ", p50 / p95"
	if err := printTable(w, head, ratios); err != nil {
		return err
	}
	head[0] = "equal totals / median ratio / top 10 shared with " + Beside
	return printTable(w, head, agreements)
}

// printRefused says which queries were not answered, and why.
func (r *Results) printRefused(w io.Writer, engines []Engine) error {
	for _, e := range engines {
		for _, class := range r.classes() {
			l := r.Latency(e.Name, class)
			if l.Refused == 0 {
				continue
			}
			if _, err := fmt.Fprintf(w, "%s, %s: %d of %d not answered: %s\n\n", e.Name, class, l.Refused, l.Refused+l.Queries, l.Why); err != nil {
				return err
			}
		}
	}
	return nil
}

// PrintFilters prints what filters cost each engine: its time for the class with
// them over that without.
func (r *Results) PrintFilters(w io.Writer, engines []Engine) error {
	var rows [][]string
	for _, e := range engines {
		with, without := r.Latency(e.Name, classFilters), r.Latency(e.Name, classFacets)
		if with.Queries > 0 && without.Queries > 0 {
			rows = append(rows, []string{e.Name, with.over(without)})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return printTable(w, []string{"filters and years", "x own query without, p50 / p95"}, rows)
}

// classes are those asked, in the order of the tables.
func (r *Results) classes() []string {
	return slices.DeleteFunc(Classes(), func(name string) bool {
		return !slices.ContainsFunc(r.queries, func(q Query) bool { return q.Class == name })
	})
}

func (l Latency) cell() string {
	if l.Queries == 0 {
		return "-"
	}
	return fmt.Sprintf("%.2f / %.2f", l.P50, l.P95)
}

func (l Latency) over(other Latency) string {
	if l.Queries == 0 || other.Queries == 0 || other.P50 == 0 || other.P95 == 0 {
		return "-"
	}
	return fmt.Sprintf("%.2f / %.2f", l.P50/other.P50, l.P95/other.P95)
}

func (a Agreement) cell(ok bool) string {
	if !ok {
		return "-"
	}
	return fmt.Sprintf("%.0f %% / %.2f / %.2f", 100*a.Equal, a.Ratio, a.Overlap)
}
