package bleve

import "slices"

// page gives limit items from offset on in the order of compare, without
// putting the rest in order.
func page(items []uint32, offset, limit int, compare func(a, b uint32) int) []uint32 {
	if limit <= 0 || offset >= len(items) {
		return nil
	}
	first := top(items, offset+limit, compare)
	return first[min(offset, len(first)):]
}

// top gives the first n items in the order of compare, in order. It keeps them
// in a heap whose root is the last of them.
func top(items []uint32, n int, compare func(a, b uint32) int) []uint32 {
	if len(items) <= n {
		return sorted(items, compare)
	}
	heap := slices.Clone(items[:n])
	for i := n/2 - 1; i >= 0; i-- {
		sink(heap, i, compare)
	}
	for _, item := range items[n:] {
		if compare(item, heap[0]) < 0 {
			heap[0] = item
			sink(heap, 0, compare)
		}
	}
	slices.SortFunc(heap, compare)
	return heap
}

// sink restores the heap below i.
func sink(heap []uint32, i int, compare func(a, b uint32) int) {
	for {
		child := 2*i + 1
		if child >= len(heap) {
			return
		}
		if right := child + 1; right < len(heap) && compare(heap[right], heap[child]) > 0 {
			child = right
		}
		if compare(heap[child], heap[i]) <= 0 {
			return
		}
		heap[i], heap[child] = heap[child], heap[i]
		i = child
	}
}

func sorted(items []uint32, compare func(a, b uint32) int) []uint32 {
	out := slices.Clone(items)
	slices.SortFunc(out, compare)
	return out
}
