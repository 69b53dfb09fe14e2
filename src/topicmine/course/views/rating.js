// Lines to rate from 0 to 3.
function makeArea(sheet, changed) {
  const groups = sheet.criteria.map((name) => {
    const group = fresh("rate");
    const inputs = [0, 1, 2, 3].map((mark) => make("input", { type: "radio", name: group, value: mark, "aria-label": `${name} ${mark}分`, onchange: changed }));
    const chips = inputs.map((input) => make("label", { class: "tm-chip" }, input, input.value));
    return { name, inputs, node: make("fieldset", { class: "tm-row" }, make("legend", {}, name), make("div", { class: "tm-chips" }, ...chips)) };
  });
  return {
    node: make("div", {}, make("p", { class: "tm-help" }, "0 没有 · 1 弱 · 2 较好 · 3 很好"), ...groups.map((group) => group.node)),
    read: () => Object.fromEntries(groups.flatMap((group) => group.inputs.filter((input) => input.checked).map((input) => [group.name, Number(input.value)]))),
    write: (answer) => groups.forEach((group) => group.inputs.forEach((input) => { input.checked = answer[group.name] === Number(input.value); })),
  };
}
