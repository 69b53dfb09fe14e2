// The trainer's page. It asks for the room again every five seconds while it is on the screen.
function render({ model, el }) {
  const line = talk(model, "state", 15000);
  const status = make("div", { class: "tm-status", role: "status" });
  const tell = (kind, text) => { status.className = `tm-status tm-${kind}`; status.textContent = text; };
  const ask = (message) => line.send(message, () => tell("bad", "没有连上。请刷新页面，再输入口令。"));
  const room = make("div", {});
  const talkAbout = make("div", {});
  let wanted = false;
  const unit = make("select", { class: "tm-field", "aria-label": "单元" });
  const show = () => {
    const state = model.get("state");
    tell(state.error ? "bad" : "plain", state.error || "");
    room.replaceChildren(...overview(state), ...tables(state, (item) => { wanted = true; ask({ do: "discuss", item }); }));
    talkAbout.replaceChildren(...discussion(state.discuss));
    // the answers stand below the tables: take the eye, and the keyboard, there
    if (wanted) talkAbout.querySelector("h3")?.focus();
    wanted = false;
    if (!unit.options.length)
      unit.append(...(state.units || []).map((entry) => make("option", { value: entry.unit }, `第${entry.unit}单元 ${entry.title}`)));
  };
  model.on("change:state", () => { if (line.heard()) show(); });
  model.on("msg:custom", (message) => { if (message.file) save(message); });
  const paper = (what) => ask({ do: "export", what, unit: Number(unit.value) });
  const exports = make("div", { class: "tm-buttons" }, button("导出课堂记录（Excel）", () => ask({ do: "export", what: "xlsx" }), "tm-main"),
    unit, button("练习纸", () => paper("sheet")), button("答案纸", () => paper("answers")));
  el.append(make("section", { class: "tm tm-wide", lang: "zh-CN", "aria-label": "教员页" }, make("h2", {}, "教员页"), status, room, talkAbout,
    make("h3", {}, "带走"), exports));
  show();
  const timer = setInterval(() => { if (el.isConnected && !room.contains(document.activeElement)) ask({ do: "look" }); }, 5000);
  return () => clearInterval(timer);
}

function overview(state) {
  const seats = state.seats || [];
  const busy = seats.filter((seat) => seat.idle < 5).length;
  const change = state.gain || {};
  const points = (value) => (100 * value).toFixed(1);
  const told = change.mean == null ? `前后测都交卷的有${change.n || 0}人，两人以上才能比。`
    : `前后测相比平均变化${points(change.mean)}个百分点，95%区间${points(change.low)}到${points(change.high)}，${change.n}人；没有对照组，只供参考。`;
  return [make("p", { class: "tm-numbers" }, make("span", {}, make("b", {}, String(seats.length)), " 人登记"),
    make("span", {}, make("b", {}, String(busy)), " 人五分钟内动过"),
    make("span", {}, make("b", {}, String(seats.reduce((sum, seat) => sum + seat.tried, 0))), " 题次")), make("p", {}, told)];
}

function tables(state, discuss) {
  const percent = (value) => (value == null ? "—" : `${Math.round(100 * value)}%`);
  const seats = (state.seats || []).map((seat) => [seat.learner, seat.unit == null ? "—" : `第${seat.unit}单元`, seat.stem ? `${seat.stem}（${seat.item}）` : "—",
    seat.idle < 1 ? "刚才" : `${seat.idle}分钟前`, seat.tried, seat.full, percent(seat.first)]);
  const open = (id) => button("看答案", () => discuss(id), "tm-small");
  const hard = (state.hard || []).map((row) => [row.stem, `${row.mean}%`, row.people, row.hinted, open(row.id)]);
  const wrong = (state.wrong || []).map((row) => [row.stem, row.answer, row.people, open(row.id)]);
  return [make("h3", {}, "谁在哪里"), grid(["工号", "单元", "最近的题", "上次动", "做过", "全对", "头一次得分"], seats),
    make("h3", {}, "最难的题"), grid(["题", "头一次得分", "人数", "看过提示", "大家怎么答"], hard),
    make("h3", {}, "最常见的错答"), grid(["题", "错答", "人数", "大家怎么答"], wrong)];
}

function grid(head, rows) {
  if (!rows.length) return make("p", { class: "tm-help" }, "还没有。");
  return make("div", { class: "tm-scroll tm-grid", tabindex: "0", role: "region", "aria-label": head[0] }, make("table", {},
    make("thead", {}, make("tr", {}, ...head.map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", {}, ...rows.map((row) => make("tr", {}, ...row.map((value) => make("td", {}, value instanceof Node ? value : String(value))))))));
}

function discussion(topic) {
  if (!topic) return [];
  return [make("h3", { tabindex: "-1" }, `大家怎么答：${topic.stem}`), make("p", { class: "tm-help" }, "不带工号，次序打乱，号码已遮住。"),
    topic.answers.length ? make("ul", { class: "tm-reasons" }, ...topic.answers.map((answer) => make("li", {}, `${answer.text}（${answer.score}分，${answer.people}人）`)))
      : make("p", {}, "还没有人答。")];
}

export default { render };
