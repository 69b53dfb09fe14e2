// Cards to pair: each card on the left gets a card of the right, named by a letter, or stays empty.
const LETTERS = "甲乙丙丁戊己庚辛壬癸";
function makeArea(sheet, changed) {
  const type = sheet.several ? "checkbox" : "radio";
  const cards = sheet.right.map((card, place) =>
    make("li", {}, make("b", {}, LETTERS[place]), make("span", {}, card.text)));
  const groups = sheet.left.map((card) => {
    const name = fresh("pair");
    const inputs = sheet.right.map((right, place) =>
      make("input", { type, name, value: right.id, "aria-label": `${LETTERS[place]}：${right.text}`, onchange: changed }));
    const none = type === "radio" ? make("input", { type, name, value: "", checked: true, "aria-label": "空着", onchange: changed }) : null;
    const chips = inputs.map((input, place) => make("label", { class: "tm-chip" }, input, LETTERS[place]));
    if (none) chips.push(make("label", { class: "tm-chip" }, none, "空着"));
    return { card, inputs, none, node: make("fieldset", { class: "tm-row" }, make("legend", {}, card.text), make("div", { class: "tm-chips" }, ...chips)) };
  });
  return {
    node: make("div", {}, make("ul", { class: "tm-cards" }, ...cards), ...groups.map((group) => group.node)),
    read: () => groups.flatMap((group) => group.inputs.filter((input) => input.checked).map((input) => [group.card.id, input.value])),
    write: (answer) => groups.forEach((group) => {
      const mine = answer.filter((pair) => pair[0] === group.card.id).map((pair) => pair[1]);
      group.inputs.forEach((input) => { input.checked = mine.includes(input.value); });
      if (group.none) group.none.checked = !mine.length;
    }),
  };
}
