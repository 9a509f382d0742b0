import { isProse } from "./draft-line.ts";

/** The number of a printed page. */
export const PAGE_NUMBER = /^[-—－–·~]\s*\d{1,4}\s*[-—－–·~]$/u;
/** What stands over a list of other pages. */
export const LIST_HEAD =
  /^[【[]?(?:(?:相关|相關|推荐|推薦|延伸|热点|熱點|往期|精彩|更多)(?:信息|資訊|阅读|閱讀|链接|連結|新闻|新聞|文章|推荐|推薦|回顾|回顧|内容|內容)|猜你喜欢|喜欢此内容的人还喜欢|您?可能感兴趣的(?:文章|内容))[】\]]?\s*[:：]?$/u;
const ANYWHERE = [
  /^(?:上一[篇页頁条條]|下一[篇页頁条條])\s*[:：]?/u,
  /^[【[（(]?(?:分享到|分享至|微信扫一扫|扫一扫|打印本页|打印|關閉|关闭|收藏|字号|字號|字体|字體|复制链接|我要纠错|返回顶部|返回首页|點擊分享|点击分享)[^。！？]{0,24}$/u,
  /^(?:阅读|閱讀|浏览|瀏覽|点击|點擊|访问|訪問|评论|評論)(?:量|数|數|率|次数|次數|人数)?\s*[:：]\s*\d*\s*(?:次|人)?$/u,
  PAGE_NUMBER,
  /^第\s*\d{1,4}\s*[页頁](?:\s*[(（/，,]?\s*共\s*\d{1,4}\s*[页頁]\s*[)）]?)?$/u,
  /^[▼▽▲△↓⬇◆◇■□●○★☆◎※\s]+$/u,
  /^[-—－=\s]*(?:THE\s+)?END[-—－=\s]*$/u,
  /^(?:点击|點擊)(?:上方|下方)?[“"]?(?:蓝字|藍字|标题|標題|[^。！？]{1,12}[”"])\s*(?:关注|關注|阅读|閱讀)[^。！？]{0,10}$/u,
  /^(?:收录于(?:合集|话题)|听全文|预览时标签不可点|继续滑动看下一个|向上滑动看下一个|轻触阅读原文|阅读原文|修改于[^。！？]{0,20})$/u,
  /^#\S{1,16}\s+\d+\s*个$/u,
  /^(?:相关|相關|推荐|推薦|延伸|热点|熱點|猜你喜欢|往期|精彩)(?:信息|資訊|阅读|閱讀|链接|連結|新闻|新聞|文章|推荐|推薦|回顾|回顧)?\s*[:：]?$/u,
  LIST_HEAD,
];
export const TOP = [
  /^(?:当前|當前|您的|您现在的|您現在的|你的)位置\s*[:：]?/u,
  /(?:首页|首頁|主页|网|網)[^。！？]{0,40}(?:->|→|>|＞|›|»)/u,
  /(?:->|→|>|＞|›|»)\s*(?:正文|详情|詳情|内容)$/u,
  /^(?:欢迎|歡迎)(?:来到|來到|访问|訪問|光临|光臨)[^。！？]*(?:网|網|站|页|頁)/u,
  /^(?:站内|文章|新闻|全文)?搜索\s*[:：]?$/u,
];
export const FOOT = [
  /ICP[备備]|公[网網]安[备備]|版[权權]所有|All Rights Reserved|Copyright|©/iu,
  /^地址\s*[:：][^。]*(?:电话|電話|邮编|Email)/iu,
  /^(?:免责声明|免責聲明)\s*[:：]/u,
  /^(?:关于我们|關於我們|联系我们|聯繫我們)/u,
];

export const isOneOf = (patterns: RegExp[], text: string) => text.length <= 200 && patterns.some((pattern) => pattern.test(text));

/** Words a footer has and a text may have: furniture only beside what nothing but a footer has. */
export const BESIDE_FOOT =
  /^(?:技术支持|技術支持|主办|主辦|承办|承辦|协办|協辦|网站标识码|網站標識碼|举报电话|投稿邮箱|(?:您是)?第\s*\d+\s*位访客)(?:单位|單位)?\s*[:：]?|(?:网站地图|網站地圖|隐私(?:声明|政策|保护)|分辨率)|^(?:建议|建議|推荐)使用.{0,30}(?:浏览|瀏覽)|^(?:关注该公众号|知道了|使用(?:小程序|完整服务)|取消\s*允许|分享\s+留言\s+收藏.*|微信扫一扫.*)$/u;
export const ONLY_FOOT = /ICP[备備]|公[网網]安[备備]|版[权權]所有|All Rights Reserved|Copyright|©|轻点两下取消|微信扫一扫/iu;

/** A pager, a share line, a count: wherever it stands, unless it is a sentence. */
export const isTool = (text: string) => isOneOf(ANYWHERE, text) && !/[。！？!?…]$/u.test(text);

/** 首页 | 热点 | 党建: short names between bars. */
export function isMenu(text: string): boolean {
  if (text.startsWith("|")) return false; // a row of a table in markdown
  const names = text
    .split(/[|｜丨]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return /[|｜丨]/u.test(text) && names.length >= 2 && names.every((name) => name.length <= 10 && !isProse(name));
}
