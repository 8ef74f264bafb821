// A table of fields that behaves like a sheet: cells are pasted, arrows and Enter move between rows.
// Without this script everything can still be typed, pasted as text, and sent.
const table = document.querySelector(".several");
const body = table.tBodies[0];
const told = document.getElementById("told");
const last = document.querySelector("[name=_last]");
const most = Number(table.dataset.most);
const day = table.dataset.day;
const ATONCE = 8;

const cells = row => [...row.querySelectorAll("input")];
const rowsBelow = row => [...body.rows].slice([...body.rows].indexOf(row));
const tell = (sentence, known) => {
    told.textContent = sentence.replace(/\{(\w+)\}/g, (whole, name) => known[name]);
};

// A new row is a copy of the last one, under a number of its own, with nothing in it.
function addRow(number = ++last.value) {
    if (body.rows.length >= most) return null;
    const row = body.rows[body.rows.length - 1].cloneNode(true);
    row.querySelectorAll(".message, .known").forEach(beside => beside.remove());
    row.querySelector("th").id = `row-${number}`;
    row.querySelector(".no").textContent = number;
    for (const field of cells(row)) {
        const column = (field.name || field.dataset.cell).replace(/-\d+$/, "");
        field.id = field.name = `${column}-${number}`;
        field.setAttribute("aria-labelledby", `row-${number} head-${column}`);
        field.removeAttribute("aria-invalid");
        field.removeAttribute("aria-describedby");
        if (column === day) field.type = "date";
        field.readOnly = false;
        field.value = "";
    }
    body.append(row);
    return row;
}

// A cell that holds a tab, a line end or a quote comes in quotes.
function parsed(text) {
    const rows = [[""]];
    let isQuoted = false;
    for (let at = 0; at < text.length; at++) {
        const row = rows[rows.length - 1], here = row.length - 1, sign = text[at];
        if (sign === '"' && isQuoted && text[at + 1] === '"') row[here] += text[++at];
        else if (sign === '"' && (isQuoted || row[here] === "")) isQuoted = !isQuoted;
        else if (isQuoted) row[here] += sign;
        else if (sign === "\t") row.push("");
        else if (sign === "\n") rows.push([""]);
        else row[here] += sign;
    }
    return rows.filter(row => row.some(cell => cell.trim()));
}

// What is stored is not pasted over. A date field takes ISO dates only; any other date stays as it was pasted, and the server reads it.
function fill(field, text) {
    if (field.readOnly) return;
    if (field.name.startsWith(day) && !/^(\d{4}-\d\d-\d\d)?$/.test(text)) field.type = "text";
    field.value = text;
}

function paste(event) {
    const field = event.target.closest(".several input");
    const text = event.clipboardData.getData("text").replace(/\r\n?/g, "\n").replace(/\n+$/, "");
    if (!field || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const rows = parsed(text), row = field.closest("tr");
    const column = cells(row).indexOf(field);
    const wide = Math.max(...rows.map(pasted => pasted.length)), across = cells(row).length - column;
    const room = rowsBelow(row).length + most - body.rows.length;
    if (wide > across) return tell(table.dataset.tooWide, { room: across, count: wide });
    if (rows.length > room) return tell(table.dataset.tooMany, { room, count: rows.length });
    while (rowsBelow(row).length < rows.length) addRow();
    const below = rowsBelow(row);
    rows.forEach((pasted, down) => {
        const fields = cells(below[down]);
        pasted.forEach((cell, right) => fill(fields[column + right], cell.trim()));
    });
    tell(table.dataset.filled, { count: rows.length });
    table.dispatchEvent(new Event("input", { bubbles: true }));
}

// A draft may hold rows that this page has not, and a date as it was pasted. No number is given twice.
function restore(event) {
    const kept = Object.fromEntries(event.detail);
    for (const [name, text] of event.detail) {
        const number = name.match(/-(\d+)$/)?.[1];
        if (number && !document.getElementById(`row-${number}`)) addRow(number);
        const field = document.getElementById(name);
        if (number && field) fill(field, text);
    }
    last.value = Math.max(last.value, kept._last);
}

function isAtEnd(field, key) {
    if (field.type === "date") return false;
    const edge = key === "ArrowLeft" ? 0 : field.value.length;
    return field.selectionStart === edge && field.selectionEnd === edge;
}

function goal(field, key) {
    const row = field.closest("tr"), column = cells(row).indexOf(field);
    if (key === "ArrowUp") return row.previousElementSibling && cells(row.previousElementSibling)[column];
    if (key === "ArrowDown") return row.nextElementSibling && cells(row.nextElementSibling)[column];
    if (key === "Enter") return cells(row.nextElementSibling || addRow() || row)[column];
    return isAtEnd(field, key) && cells(row)[column + (key === "ArrowLeft" ? -1 : 1)];
}

function move(event) {
    const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing);
    if (!isPlain || !["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter"].includes(event.key)) return;
    const field = event.target.closest("input");
    const next = field && goal(field, event.key);
    if (next || event.key === "Enter") event.preventDefault();
    if (!next) return;
    next.focus();
    next.select();
}

table.closest("form").addEventListener("restore", restore);
table.addEventListener("paste", paste);
table.addEventListener("keydown", move);
document.querySelector("[name=_act][value=more]").addEventListener("click", event => {
    event.preventDefault();
    const added = Array.from({ length: ATONCE }, () => addRow()).filter(Boolean);
    if (added.length) cells(added[0])[0].focus();
});
