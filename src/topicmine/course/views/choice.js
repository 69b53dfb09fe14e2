// One option or several.
function makeArea(sheet, changed) {
  const type = sheet.response === "choose" ? "radio" : "checkbox";
  const name = fresh("choice");
  const inputs = sheet.options.map((option) => make("input", { type, name, value: option.id, id: fresh("option"), onchange: changed }));
  const rows = sheet.options.map((option, place) =>
    make("label", { class: "tm-option", for: inputs[place].id }, inputs[place], make("span", {}, option.text)));
  const help = type === "checkbox" ? [make("p", { class: "tm-help" }, "可以选几个。")] : [];
  return {
    node: make("div", {}, ...help, ...rows),
    read: () => inputs.filter((input) => input.checked).map((input) => input.value),
    write: (answer) => inputs.forEach((input) => { input.checked = answer.includes(input.value); }),
  };
}
