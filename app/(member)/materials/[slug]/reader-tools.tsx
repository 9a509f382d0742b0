"use client";
import { ALargeSmall, Keyboard, type LucideIcon, Printer, Search, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, lazy, type ReactNode, Suspense, useState, useSyncExternalStore } from "react";
import { Button, buttonClass } from "#ui/button.tsx";
import { type Look, sizes } from "#ui/look.ts";
import { PrefsRow } from "#ui/prefs-switch.tsx";
import { ReachedLine } from "./reached-line.tsx";
import { showContents, stepParagraph, useReaderKeys } from "./use-reader-keys.ts";
import { useSpeech } from "./use-speech.ts";

// What opens at a press comes with it, so that the text comes sooner (P11).
const FindBar = lazy(async () => ({ default: (await import("./find-bar.tsx")).FindBar }));
const HelpSheet = lazy(async () => ({ default: (await import("./help-sheet.tsx")).HelpSheet }));
const SpeechBar = lazy(async () => ({ default: (await import("./speech-bar.tsx")).SpeechBar }));

type Props = {
  look: Look;
  serif: boolean;
  language: "zh" | "en";
  paragraphs: number;
  /** What has to stay in sight with the tools: that there is no network. */
  children: ReactNode;
};

const KEYS_OFF = "zx-reader-keys-off";
const never = (): (() => void) => () => undefined;
const canSpeak = (): boolean => "speechSynthesis" in window;
const keysAreOn = (): boolean => window.localStorage.getItem(KEYS_OFF) === null;

/** What helps reading, always in reach at the top: letters, search, the device's voice, paper, keys. */
export function ReaderTools({ look, serif, language, paragraphs, children }: Props): ReactNode {
  const t = useTranslations("reader");
  const [isFinding, setFinding] = useState(false);
  const [isHelping, setHelping] = useState(false);
  const [switched, setSwitched] = useState<boolean | null>(null);
  const speech = useSpeech(language === "en" ? "en" : "zh-CN");
  const hasVoice = useSyncExternalStore(never, canSpeak, () => false);
  const storedOn = useSyncExternalStore(never, keysAreOn, () => true);
  const isOn = switched ?? storedOn;

  useReaderKeys(isOn, (key) => {
    if (key === "next" || key === "previous") stepParagraph(key === "next" ? 1 : -1);
    if (key === "find") setFinding(true);
    if (key === "contents") showContents();
    if (key === "help") setHelping(true);
  });
  const switchKeys = (next: boolean): void => {
    setSwitched(next);
    if (next) window.localStorage.removeItem(KEYS_OFF);
    else window.localStorage.setItem(KEYS_OFF, "1");
  };
  return (
    <div className="no-print sticky top-0 z-20 -mx-1 border-line border-b bg-paper px-1">
      <div className="flex flex-wrap items-center gap-x-1">
        <Letters look={look} serif={serif} />
        <Tool Icon={Search} label={t("find.open")} aria-expanded={isFinding} onClick={() => setFinding(!isFinding)} />
        {hasVoice && (
          <Tool
            Icon={Volume2}
            label={t("readAloud")}
            aria-pressed={speech.state === "speaking" || speech.state === "paused"}
            onClick={speech.state === "silent" || speech.state === "no-voice" ? speech.start : speech.stop}
          />
        )}
        <Tool Icon={Printer} label={t("print")} className="max-sm:hidden" onClick={() => window.print()} />
        <Tool Icon={Keyboard} label={t("keys.title")} className="max-lg:hidden" onClick={() => setHelping(true)} />
        <ReachedLine total={paragraphs} />
      </div>
      <Suspense>
        {isFinding && <FindBar onClose={() => setFinding(false)} />}
        {speech.state !== "silent" && <SpeechBar speech={speech} />}
        {isHelping && <HelpSheet isOpen isOn={isOn} onSwitch={switchKeys} onClose={() => setHelping(false)} />}
      </Suspense>
      {children}
    </div>
  );
}

function Tool({ Icon, label, ...rest }: ComponentProps<typeof Button> & { Icon: LucideIcon; label: string }): ReactNode {
  return (
    <Button look="quiet" compact {...rest}>
      <Icon aria-hidden className="size-4 flex-none" />
      {label}
    </Button>
  );
}

/** Size and face of the letters, in plain forms: they work without JavaScript. */
function Letters({ look, serif }: Pick<Props, "look" | "serif">): ReactNode {
  const [t, prefs] = [useTranslations("reader"), useTranslations("prefs")];
  return (
    <details>
      <summary className={buttonClass({ look: "quiet", compact: true })}>
        <ALargeSmall aria-hidden className="size-5" />
        {t("letters")}
      </summary>
      <div className="absolute start-0 top-full z-20 mt-1 grid w-72 max-w-full gap-4 rounded-md border border-edge bg-raised p-4">
        <PrefsRow
          name="size"
          legend={prefs("size")}
          options={sizes.map((value) => ({ value, label: prefs(`sizes.${value}`) }))}
          current={look.size}
        />
        <PrefsRow
          name="face"
          legend={t("face")}
          options={[
            { value: "sans", label: t("sans") },
            { value: "serif", label: t("serif") },
          ]}
          current={serif ? "serif" : "sans"}
        />
      </div>
    </details>
  );
}
