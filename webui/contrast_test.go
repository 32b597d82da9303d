package webui_test

import (
	"math"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestContrast holds the colours of both palettes to WCAG 2.2, level AA: 4.5 to
// 1 for text, 3 to 1 for the edges of controls (1.4.3, 1.4.11).
func TestContrast(t *testing.T) {
	css := stylesheet(t)
	light, dark, found := strings.Cut(css, "@media (prefers-color-scheme: dark)")
	if !found {
		t.Fatal("no dark palette")
	}
	dark, _, _ = strings.Cut(dark, "@layer")
	light = light[strings.Index(light, ":root"):]
	pairs := []struct {
		front, back string
		least       float64
	}{
		{"ink", "paper", 4.5},
		{"ink", "sheet", 4.5},
		{"ink", "sunk", 4.5},
		{"ink", "soft", 4.5},
		{"ink", "warn-soft", 4.5},
		{"quiet", "paper", 4.5},
		{"quiet", "sunk", 4.5},
		{"quiet", "soft", 4.5},
		{"quiet", "warn-soft", 4.5},
		{"link", "paper", 4.5},
		{"link", "sheet", 4.5},
		{"link", "sunk", 4.5},
		{"link", "soft", 4.5},
		{"link", "warn-soft", 4.5},
		{"visited", "paper", 4.5},
		{"on-accent", "accent", 4.5},
		{"on-mark", "mark", 4.5},
		{"warn", "paper", 4.5},
		{"warn", "sheet", 4.5},
		{"edge", "paper", 3},
		{"edge", "sheet", 3},
		{"accent", "paper", 3},
	}
	for name, palette := range map[string]string{"light": light, "dark": dark} {
		for _, p := range pairs {
			if got := contrast(colour(t, palette, p.front), colour(t, palette, p.back)); got < p.least {
				t.Errorf("%s: %s on %s has %.2f, want %.1f", name, p.front, p.back, got, p.least)
			}
		}
	}
}

// stylesheet gives the sheet that the pages link to.
func stylesheet(t *testing.T) string {
	t.Helper()
	for _, l := range find(parse(t, get(t, "/", http.StatusOK).Body), "link", "") {
		if attr(l, "rel") == "stylesheet" {
			return get(t, attr(l, "href"), http.StatusOK).Body.String()
		}
	}
	t.Fatal("no stylesheet")
	return ""
}

// colour gives a custom property's red, green and blue, from 0 to 1.
func colour(t *testing.T, palette, name string) [3]float64 {
	t.Helper()
	m := regexp.MustCompile(`--` + name + `: #([0-9a-f]{6});`).FindStringSubmatch(palette)
	if m == nil {
		t.Fatalf("no colour %s", name)
	}
	var c [3]float64
	for i := range c {
		n, err := strconv.ParseUint(m[1][2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c[i] = float64(n) / 255
	}
	return c
}

// contrast is WCAG's contrast ratio.
func contrast(a, b [3]float64) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance is WCAG's relative luminance.
func luminance(c [3]float64) float64 {
	for i, v := range c {
		if v <= 0.04045 {
			c[i] = v / 12.92
		} else {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
}
