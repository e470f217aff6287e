/** A table that is wider than its column can be scrolled with the keyboard; one that fits is no tab stop. */

const watching = new ResizeObserver((changes) => {
  for (const { target } of changes) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});
for (const wide of document.querySelectorAll(".wide")) watching.observe(wide);
