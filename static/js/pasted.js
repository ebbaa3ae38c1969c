// A block as spreadsheets put it on the clipboard: rows by line, cells by tab; a cell that holds either stands in quotes.
export function cellsOf(text) {
  const rows = [];
  let row = [];
  let cell = "";
  let quoted = false;
  const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let place = 0; place < plain.length; place += 1) {
    const sign = plain[place];
    if (quoted) {
      if (sign === '"' && plain[place + 1] === '"') { cell += sign; place += 1; } else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === "\t") { row.push(cell); cell = ""; } else if (sign === "\n") { rows.push([...row, cell]); row = []; cell = ""; } else cell += sign;
  }
  rows.push([...row, cell]);
  return rows;
}
