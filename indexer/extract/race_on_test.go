//go:build race

package extract_test

// raceDetector says that workers run under the race detector, which multiplies
// the memory they need.
const raceDetector = true
