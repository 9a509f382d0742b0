import { runHouse } from "./supervise.ts";

await runHouse("dev");
