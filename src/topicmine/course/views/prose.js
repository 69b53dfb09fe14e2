// Prose of a lesson. The markup comes from the course's own notebooks, never from a learner.
export default {
  render({ model, el }) {
    const section = document.createElement("section");
    section.className = "tm-prose";
    section.lang = "zh-CN";
    section.innerHTML = model.get("html");
    el.append(section);
  },
};
