package paragraph

// PatternOf makes an expression that an automaton stands before.
var PatternOf = patternOf
