// Free writing and editing: one field, a count of characters, and a copy of what is not handed in yet.
function makeArea(sheet, changed) {
  const id = fresh("text");
  const place = `topicmine:${sheet.learner}:${sheet.id}`;
  const editing = sheet.response === "edit";
  const rows = editing ? Math.min(12, 2 + Math.ceil(sheet.text.length / 38)) : sheet.form === "title" ? 2 : 4;
  const field = make("textarea", { id, class: "tm-field", rows, "aria-describedby": `${id}-count`, spellcheck: "false" });
  const count = make("p", { id: `${id}-count`, class: "tm-help" });
  const show = () => {
    const length = Array.from(field.value.replace(/\s/g, "")).length;
    count.textContent = sheet.limit ? `${length}字，最多${sheet.limit}字` : `${length}字`;
    count.classList.toggle("tm-over", Boolean(sheet.limit) && length > sheet.limit);
  };
  field.value = kept(place) || (editing ? sheet.text : "");
  whenTyped(field, () => { show(); keep(place, field.value); changed(); });
  show();
  const label = make("label", { for: id, class: "tm-help" }, editing ? "在这里改" : "在这里写");
  return {
    holdsText: editing,
    node: make("div", {}, label, field, count),
    read: () => field.value,
    write: (answer) => {
      if (typeof answer === "string" && !kept(place)) field.value = answer;
      show();
    },
  };
}

function keep(place, text) {
  try { sessionStorage.setItem(place, text); } catch (error) { /* a browser that keeps nothing is no reason to stop */ }
}

function kept(place) {
  try { return sessionStorage.getItem(place); } catch (error) { return null; }
}
