/**
 * Words that say little about what a sentence is about, in lower case: function words, and the commonest verbs and
 * adverbs that go with any subject. Written for naming clusters by their words; for nothing else, since what is
 * noise there (not, 不) is meaning elsewhere. Contractions are given whole and with a straight apostrophe.
 */
export const STOP_WORDS_EN: ReadonlySet<string> = wordSet(`
  a about above after again against ago all almost along already also although always am an and another any anyone
  anything are around as at away back be became because become been before behind being below beneath beside
  besides between beyond both but by came can cannot can't come comes coming could couldn't did didn't do does
  doesn't doing done don't down during each either else enough even ever every everyone everything except few for
  from gave get gets getting give given gives go goes going gone got had hadn't has hasn't have haven't having he
  her here hers herself he's him himself his how however i if i'd i'll i'm in inside instead into is isn't it its
  it's itself i've just keep keeps kept knew know known knows less let let's like made make makes making many may
  maybe me might mine more most much must my myself near nearly neither never next no nobody none nor not nothing
  now of off often on once one only onto or other others our ours out outside over own per perhaps put puts quite
  rather really said same saw say says see seen seem seems several shall she she's should since so some someone
  something sometimes somewhere soon still such take taken takes than that that's the their theirs them themselves
  then there there's these they they're this those though through thus till to together told too took toward towards
  try tried trying turn turned turns two under unless until up upon us use used uses using usually very want wanted
  wants was wasn't way we well we'll went we're were weren't we've what whatever when where whether which while who
  whole whom whose why will with within without won't would wouldn't yes yet you you'll your you're yours yourself
  first second last later early every today tomorrow yesterday day days week weeks month months year years morning
  afternoon evening night time times new old little big good great long whole right left look looked looks looking
  three four five six seven eight nine ten dozen half hundred thousand million bit lot kind sort thing things ask
  asked asks began begin begins call called calls felt find finds found held hold holds stay stayed tell tells
  wrote read write goes brought bring brings left leave leaves live lived show showed shows start started needs need
  small tiny large far among close closed single lay set best top stood sat ran pulled threw watched opened stopped
  full able twice alone late later
  without across please finally suddenly everybody isn aren anymore else's
`);

/**
 * As STOP_WORDS_EN, for Chinese as jieba cuts it: particles, pronouns, adverbs, measure words, directions, and the
 * commonest verbs. Numbers with a measure word (三个, 第二天) are a pattern in contextWords.ts.
 */
export const STOP_WORDS_ZH: ReadonlySet<string> = wordSet(`
  的 地 得 了 着 过 吗 呢 吧 啊 呀 嘛 哦 哈 啦 么 之 其 所 以 与 及 和 跟 同 或 而 且 但 却 则 虽 若 如 因 为 于 从 由 自
  向 往 朝 对 把 将 被 让 给 叫 使 令 在 到 至 离 是 有 无 没 没有 不 未 别 非 莫 也 都 就 才 又 再 还 更 最 很 太 真 挺 好
  够 只 仅 光 先 刚 刚刚 刚才 正 正在 已 已经 曾 曾经 要 会 能 可 可以 能够 应 应该 该 必须 得 肯 敢 想 说 说道 讲 问 看 看到
  看见 听 听到 做 作 弄 搞 干 来 去 上 下 进 出 回 起 起来 出来 出去 上来 上去 下来 下去 进来 进去 回来 回去 过来 过去 里 里面
  里头 外 外面 前 后 前面 后面 左 右 中 内 间 旁 旁边 边 上面 下面 面 头 处 这里 那里 这儿 那儿 哪里 哪儿 我 你 您 他 她 它
  咱 我们 你们 他们 她们 它们 咱们 自己 自家 人家 别人 大家 人 人们 谁 什么 怎么 怎样 怎么样 如何 为什么 多少 几 这 那 哪 每
  各 某 此 该 本 这个 那个 哪个 这些 那些 这样 那样 这么 那么 这种 那种 这次 那次 有的 有些 有人 有点 一些 一点 一点儿 一下
  一样 一直 一起 一边 一旦 一定 一般 一次 个 位 只 条 张 块 件 次 遍 回 下 种 些 点 点儿 本 把 句 家 辆 部 台 支 枝 根 片
  颗 粒 顿 场 阵 套 双 副 篇 首 番 股 道 层 排 串 堆 群 批 袋 盒 碗 杯 瓶 年 月 日 号 天 时 分 秒 岁 今天 明天 昨天 今年
  去年 明年 今晚 昨晚 早上 晚上 下午 上午 中午 现在 当时 后来 以前 以后 之前 之后 之间 以来 时候 有时 有时候 平时 从来 从不
  终于 忽然 突然 立刻 马上 赶紧 连忙 仍 仍然 还是 还有 还要 还没 就是 就要 只是 只有 只要 只好 只能 不是 不会 不能 不要 不用
  不过 不再 不到 不了 不得 不得不 不知 不敢 不同 不少 不如 没人 没什么 但是 可是 然而 而且 并且 并 并不 而是 于是 因为 因此
  所以 由于 虽然 尽管 即使 哪怕 如果 要是 假如 只不过 或者 还 除了 为了 关于 对于 根据 按照 通过 经过 随着 作为 以及 比 比较
  非常 特别 十分 相当 越 越来越 更加 最后 首先 然后 接着 结果 其实 当然 可能 也许 大概 差不多 几乎 到处 全 全都 整个 整 许多
  很多 多 少 大 小 高 低 新 老 旧 早 晚 快 慢 一 二 两 三 四 五 六 七 八 九 十 百 千 万 亿 半 第一 第二 成 成了 变成 成为
  当 像 好像 似的 便 即 等 等等 连 凭 按 据 用 拿 放 带 找 住 走 打 吃 觉得 知道 认为 需要 开始 以为 变得 显得 来说 之中
  其中 其他 另 另外 另一个 总 总是 常 常常 经常 往往 每天 每次 每年 每个 个个 倒 竟 竟然 居然 究竟 到底 反正 难道 简直 千万
  放进 放在 放到 放下 拿出 拿来 拿到 拿着 至今 如今 附近 全部 沿着 发生 进行 举行 当即 来临 之一 最好 才能 别的 再说 见 见到 直到
  纷纷 的话 们 每人 正要 不停 不够 不见 过后 及时 跟着 靠着 慢慢 格外 尽快 独自 认识 遇到 喜欢 决定 离开 送到 收到 回到 来到
  上次 下次 上周 下周 上个月 下个月 上个 下个 前年 后年 前天 后天 页 份 笔 斤 元 干脆 一口气 一会儿 这时 那时 那天 这天 有一天 一天 一个 一种 一名 事 事情 东 西 请 请问 真的 真是 果然 显然 怎么办 多么
`);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u).filter((word) => word !== ''));
}
