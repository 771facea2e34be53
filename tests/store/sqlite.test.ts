import { openFreshSqlite } from "./fresh-sqlite.ts";
import { describeStoreContract } from "./store-contract.ts";

describeStoreContract("SQLite store", openFreshSqlite);
