/** What can be wrong with a workbook, and what to do about it. */
import { basename } from "node:path";
import { Fault } from "../../../shared/faults.ts";

function unreadable(path: string, reason: string): Fault {
  return new Fault(
    "file_unreadable",
    `${basename(path)}: ${reason}. Nothing was imported; save it again as a workbook (.xlsx) or as CSV (UTF-8) and import that.`,
    { file: path },
  );
}

/** Fault `file_unreadable` for a workbook that is not whole. */
export function damaged(path: string, detail: string): Fault {
  return unreadable(path, `the workbook is damaged or cut off (${detail})`);
}

export function protectedByPassword(path: string): Fault {
  return unreadable(path, "the workbook is protected by a password, or an old one (.xls)");
}

/** Fault `too_large` for what would unpack to more than a table can be. */
export function tooLarge(path: string): Fault {
  return new Fault(
    "too_large",
    `${basename(path)}: unpacked, the workbook is larger than any table that can be read. Nothing was imported; save its sheet as CSV (UTF-8) and import that.`,
    { file: path },
  );
}
