// Prose of a lesson. The markup comes from the course's own notebooks, never from a learner.
export default {
  render({ model, el }) {
    const section = document.createElement("section");
    section.className = "tm-prose";
    section.lang = "zh-CN";
    section.innerHTML = model.get("html");
    el.append(section);
    // a table that is wider than the page scrolls, and the keyboard must be able to reach what scrolls
    const watch = new ResizeObserver(() => {
      for (const table of section.querySelectorAll("table")) {
        if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
        else table.removeAttribute("tabindex");
      }
    });
    watch.observe(section);
    return () => watch.disconnect();
  },
};
