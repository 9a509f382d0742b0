const browsers = [
  // WeCom calls itself MicroMessenger as well.
  [/wxwork/i, "wecom"],
  [/MicroMessenger/, "wechat"],
  [/DingTalk/, "dingtalk"],
  [/Lark|Feishu/, "feishu"],
  [/Edg/, "edge"],
  [/Firefox|FxiOS/, "firefox"],
  [/Chrome|CriOS/, "chrome"],
  [/Safari/, "safari"],
] as const;

const systems = [
  [/HarmonyOS|OpenHarmony/, "harmony"],
  [/Android/, "android"],
  [/iPhone|iPad/, "ios"],
  [/Windows/, "windows"],
  [/Mac OS X/, "mac"],
  [/Linux/, "linux"],
] as const;

const first = <Name extends string>(known: readonly (readonly [RegExp, Name])[], text: string): Name | "other" =>
  known.find(([pattern]) => pattern.test(text))?.[1] ?? "other";

/** What a browser called itself when signing in, as words a person knows: which program, on what. */
export function deviceOf(agent: string): { browser: string; system: string } {
  return { browser: first(browsers, agent), system: first(systems, agent) };
}
