package io.provenant.network.embedded.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keys in order, never changed: a change gives another tree that shares what stayed the same, so a reader keeps the tree
 * it began with while others write. A balanced binary tree (Adelson-Velsky and Landis).
 */
public final class SortedTree {

    public static final SortedTree EMPTY = new SortedTree(null, 0);

    /** A key and what stands under it. */
    public record Entry(String key, StateValue value) {}

    private record Node(
            Entry entry, @Nullable Node left, @Nullable Node right, int height) {

        static Node of(Entry entry, @Nullable Node left, @Nullable Node right) {
            return new Node(entry, left, right, 1 + Math.max(heightOf(left), heightOf(right)));
        }
    }

    private final @Nullable Node root;
    private final int size;

    private SortedTree(@Nullable Node root, int size) {
        this.root = root;
        this.size = size;
    }

    /** A tree of entries that are in order already, each key once. */
    public static SortedTree of(List<Entry> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (KeyOrder.UTF_8.compare(sorted.get(i - 1).key, sorted.get(i).key) >= 0) {
                throw new IllegalArgumentException("keys must be in ascending order");
            }
        }
        return new SortedTree(middleOf(sorted), sorted.size());
    }

    private static @Nullable Node middleOf(List<Entry> sorted) {
        if (sorted.isEmpty()) {
            return null;
        }
        int middle = sorted.size() / 2;
        return Node.of(
                sorted.get(middle),
                middleOf(sorted.subList(0, middle)),
                middleOf(sorted.subList(middle + 1, sorted.size())));
    }

    public int size() {
        return size;
    }

    /** The number of steps from the root to the deepest key. */
    int height() {
        return heightOf(root);
    }

    public Optional<StateValue> get(String key) {
        Node node = root;
        while (node != null) {
            int order = KeyOrder.UTF_8.compare(key, node.entry.key);
            if (order == 0) {
                return Optional.of(node.entry.value);
            }
            node = order < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    public SortedTree with(String key, StateValue value) {
        return new SortedTree(insert(root, new Entry(key, value)), get(key).isPresent() ? size : size + 1);
    }

    public SortedTree without(String key) {
        return get(key).isPresent() ? new SortedTree(remove(root, key), size - 1) : this;
    }

    /** The entries from a key on, that key included, in order. */
    public Iterator<Entry> from(String key) {
        return new Ascending(root, key);
    }

    private static Node insert(@Nullable Node node, Entry entry) {
        if (node == null) {
            return Node.of(entry, null, null);
        }
        int order = KeyOrder.UTF_8.compare(entry.key, node.entry.key);
        if (order == 0) {
            return Node.of(entry, node.left, node.right);
        }
        return order < 0
                ? balance(node.entry, insert(node.left, entry), node.right)
                : balance(node.entry, node.left, insert(node.right, entry));
    }

    private static @Nullable Node remove(@Nullable Node node, String key) {
        if (node == null) {
            return null;
        }
        int order = KeyOrder.UTF_8.compare(key, node.entry.key);
        if (order < 0) {
            return balance(node.entry, remove(node.left, key), node.right);
        }
        if (order > 0) {
            return balance(node.entry, node.left, remove(node.right, key));
        }
        if (node.left == null || node.right == null) {
            return node.left == null ? node.right : node.left;
        }
        Entry successor = leftmost(node.right);
        return balance(successor, node.left, remove(node.right, successor.key));
    }

    private static Entry leftmost(Node node) {
        Node current = node;
        while (current.left != null) {
            current = current.left;
        }
        return current.entry;
    }

    private static Node balance(Entry entry, @Nullable Node left, @Nullable Node right) {
        if (left != null && heightOf(left) > heightOf(right) + 1) {
            return heightOf(left.left) >= heightOf(left.right)
                    ? Node.of(left.entry, left.left, Node.of(entry, left.right, right))
                    : rotate(left.entry, left.left, middle(left.right), entry, right);
        }
        if (right != null && heightOf(right) > heightOf(left) + 1) {
            return heightOf(right.right) >= heightOf(right.left)
                    ? Node.of(right.entry, Node.of(entry, left, right.left), right.right)
                    : rotate(entry, left, middle(right.left), right.entry, right.right);
        }
        return Node.of(entry, left, right);
    }

    /** Lifts the middle node above a lower and a higher entry. */
    private static Node rotate(Entry lower, @Nullable Node left, Node middle, Entry higher, @Nullable Node right) {
        return Node.of(middle.entry, Node.of(lower, left, middle.left), Node.of(higher, middle.right, right));
    }

    private static Node middle(@Nullable Node node) {
        if (node == null) {
            throw new IllegalStateException("a tree out of balance has a middle node");
        }
        return node;
    }

    private static int heightOf(@Nullable Node node) {
        return node == null ? 0 : node.height;
    }

    private static final class Ascending implements Iterator<Entry> {

        private final Deque<Node> path = new ArrayDeque<>();

        Ascending(@Nullable Node root, String from) {
            Node node = root;
            while (node != null) {
                if (KeyOrder.UTF_8.compare(node.entry.key, from) >= 0) {
                    path.push(node);
                    node = node.left;
                } else {
                    node = node.right;
                }
            }
        }

        @Override
        public boolean hasNext() {
            return !path.isEmpty();
        }

        @Override
        public Entry next() {
            if (path.isEmpty()) {
                throw new NoSuchElementException("the last entry has been given");
            }
            Node node = path.pop();
            for (Node below = node.right; below != null; below = below.left) {
                path.push(below);
            }
            return node.entry;
        }
    }
}
