// Reads a call to a line as JSON, answers each with a line: what came back, or what was thrown.
import { createInterface } from "node:readline";

const LIB = "../../overrides/assets/javascripts/bounce-back/lib/";

const revive = (_, value) => {
  if (Array.isArray(value?.Map)) return new Map(value.Map);
  return typeof value?.Date === "string" ? new Date(value.Date) : value;
};
const replace = (_, value) => (value instanceof Map ? { Map: [...value] } : value);

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const { module, name, values } = JSON.parse(line, revive);
    const found = await import(`${LIB}${module}.js`);
    answer = { value: await found[name](...values) };
  } catch (error) {
    answer = { error: String(error.stack) };
  }
  console.log(JSON.stringify(answer, replace));
}
