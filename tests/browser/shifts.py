"""What moves on a page under its reader's eyes."""

SHIFTS = """new PerformanceObserver((list) => {
    // what has no node is inside the browser's own audio controls; a button's label may be another word; and where the
    // page comes in two pieces, the space between two words stands elsewhere for a moment
    const blank = (node) => node.nodeType === Node.TEXT_NODE && !node.data.trim();
    const seen = ({ node }) => node?.parentElement && !node.parentElement.closest("button") && !blank(node);
    for (const { value, sources } of list.getEntries()) {
        if (sources.some(seen)) window.shifted = (window.shifted ?? 0) + value;
    }
}).observe({ type: "layout-shift", buffered: true });"""
"""Run first on a page, it sums up there in `shifted` by how much parts that are seen moved, as browsers measure it."""
