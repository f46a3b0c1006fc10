using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>Checks the draft of a reply to a complaint for phrases never to use.</summary>
/// <remarks>The number of phrases is 《大客户销售技巧（客户关系管理篇）》's, their wording a <c>LibraryDefault</c>. How often the list is right on sentences
/// that were not used to write it stands in the README of the room.</remarks>
public static class ComplaintReplies
{
    /// <summary>The ten phrases in their usual wordings, English and Chinese: what was said, why not to say it, and what to say
    /// instead.</summary>
    public static PhraseList<ForbiddenPhrase> Standard { get; } = new(
        "complaint.replies",
        [
            Of(
                ForbiddenPhrase.NotMyJob,
                [
                    "(不归|不由)(我|我们|我们部门|我这边|这边)[来](管|负责|处理)",
                    "不是(我|我们|本人|我这边)[部门|这边][的](职责|责任|工作|业务|事|管|负责)[范围]",
                    "(跟|和|与)(我|我们)(没|没有|无)关[系]",
                    "(not|isn't|aren't) (my|our) (job|department|responsibility|area|business|task)",
                    "not something (i|we) (handle|deal with|do)",
                    "not (responsible for|in charge of)",
                    "nothing to do with (me|us)", "(not|isn't) (my|our) problem",
                ],
                ["不是我们的(工作|业务)(标准|水平|作风|方式)", "you (are|were) not responsible"]),
            Of(
                ForbiddenPhrase.Impossible,
                [
                    "[这][绝对|根本|完全|肯定][是]不可能[的]", "办不到", "没门",
                    "(is|are|that's|it's|was|simply|absolutely|totally|quite|just) [simply|absolutely|totally|quite|just] impossible",
                    "(can't|cannot|can not) be (right|true|ours|our fault)", "no way", "out of the question",
                ],
                ["不可能再…(发生|出现)", "不可能重复", "impossible to (overstate|say how)",
                    "no way to (undo|excuse|justify|defend|explain away|make up for)", "no way you should have", "不可能(让|叫)(您|你|贵)",
                    "(leaving|making|charging|letting) you … out of the question", "in no way", "can't be right that",
                    "没门(槛|卫|市)"]),
            Of(
                ForbiddenPhrase.CompanyPolicy,
                [
                    "公司[的]…(规定|制度|政策|流程)[就]是[这样|如此]", "(规定|制度|政策|流程)就是(这样|如此|这么)",
                    "(按|按照|根据|依照)[我们]公司[的](规定|制度|政策)…(不能|不予|不可以|无法|没法)", "公司没有(这个|这样的|这种)(规定|先例)", "这[就]是[我们]公司[的]规定",
                    "[that is|that's|it is|it's|is] [just] [our|the] company policy",
                    "(our|the) (rules|policy|policies|regulations|procedures) (don't|do not|doesn't|does not|won't) (allow|permit)",
                    "against [our|the] [company] (policy|rules|regulations)",
                ],
                ["(our|company) policy is to (answer|reply|respond|replace|refund|inform)",
                    "规定是…[小时|天|日|内]…(答复|回复|处理|退换|赔)"]),
            Of(
                ForbiddenPhrase.ShouldHaveSaid,
                [
                    "(您|你|贵方|贵司|贵公司)[们]…(应该|应当|该)…早[点|些]…(说|讲|提|告诉|通知)",
                    "(怎么|为什么|为何|干嘛)[您|你][们](不|没|没有)(早|提前|事先|先)[点|些]…(说|讲|提|告诉|通知)", "早说", "早点说",
                    "you (should|could) have (told|said|mentioned|informed|notified|warned|asked|let)",
                    "(why didn't|why did|why haven't) you [not] (tell|told|say|said|mention|mentioned|inform|report|ask)",
                    "if [only] you had (told|said|mentioned|informed|asked|reported)",
                ],
                ["(尽|最|及)早(说|讲|告诉|通知)", "应(该|当)早上", "没有提前(通知|告诉)(您|你)", "提前收到通知"]),
            Of(
                ForbiddenPhrase.OthersFine,
                [
                    "(别的|其他|其它)(客户|用户|公司|厂家|单位)…(没|没有|从来没|都没)…(问题|投诉|反映|反馈|抱怨)",
                    "(别人|别家|人家)…(没|没有|从来没|都没)…(问题|投诉|反映|反馈|抱怨)",
                    "(别的|其他|其它)(客户|用户)…都(很|挺|用得|好)", "怎么(就|只有|偏偏)(您|你)[们]",
                    "(no one|nobody|none of our|no other|never) [else|other] [customers|customer|clients|users] … (complained|complain)",
                    "(other|all our|everyone|everybody) [else|other] [customers|clients|users] … (happy|fine|satisfied|no problem)",
                    "you are the only (one|customer|company|person|client)", "you're the only (one|customer|company|person|client)",
                    "(you are|you're) the first [one|customer] to (complain|report)",
                ],
                ["(want|wish|aim|hope|like) … (customers|clients|users) to be", "没有发现"]),
            Of(
                ForbiddenPhrase.YourMisuse,
                [
                    "(您|你|贵方|贵司|贵公司)[们]…(使用|操作|安装|保管|维护|保养|存放|运输)…(不当|不正确|错误|有误|失误|不规范)",
                    "(您|你|贵方|贵司|贵公司)[们]…(没|没有|未)[按|按照]…(说明书|规程|要求|操作|规范)", "(您|你)[们]自己…(弄|搞|用)(坏|错)",
                    "you [must have|probably|obviously|clearly|have] (misused|mishandled|broke|broken|damaged|dropped|overloaded)",
                    "you … (used|installed|operated|stored|handled) … (wrong|wrongly|incorrectly|improperly)",
                    "(improper|incorrect|wrong) (use|installation|handling|operation|storage) (by you|on your side|on your part)",
                    "your [own] (fault|mistake|misuse)", "you (didn't|did not) (use|install|operate|store) it (properly|correctly|right)",
                    "you … (didn't|did not|haven't|failed to) (read|follow) the (manual|instructions|guide)",
                    "you should have (read|followed) the (manual|instructions|guide)",
                ],
                [
                    "(not|never|wasn't|isn't) [really|at all] your [own] (fault|mistake|misuse)",
                    "(使用|安装|操作)(说明|手册|图)[书|纸]…(有误|错误)", "没有收到",
                ]),
            Of(
                ForbiddenPhrase.YouMisheard,
                [
                    "(您|你)[们][肯定|一定|可能|应该|是](听错|理解错|误会|误解|记错|搞错|弄错|看错)[了]",
                    "(我|我们)[从来|从|根本](没|没有)[这么|这样](说|讲|承诺|答应)过",
                    "you [must have|have|probably|obviously|clearly] (misheard|misunderstood|misread)",
                    "you [are|must be|'re] mistaken", "(i|we) never (said|promised|agreed|told you)",
                ],
                ["(让|使|叫)(您|你)[们](误会|误解)"]),
            Of(
                ForbiddenPhrase.AskSomeoneElse,
                [
                    "(您|你)[还是|可以|自己|直接|去|得]…(找|问)(别人|其他人|别的部门|厂家|厂商|领导|我们领导|技术部|仓库|物流|快递|财务|售后|客服)",
                    "(别|不要)(找|问)我", "ask (someone|somebody) else",
                    "you (need|have|will have|'ll have) to (call|contact|ask|talk to|speak to|go to|phone|take)",
                ],
                ["(if|should) you (need|have) to", "have to take no", "(不用|不必|无需|不需要)…(找|问)", "也可以找我"]),
            Of(
                ForbiddenPhrase.NothingICanDo,
                [
                    "(我|我们|这边)[也|真的|真]没[有][什么|任何](办法|法子)", "无能为力", "帮不[了|上]", "爱莫能助",
                    "nothing [more] (i|we) (can|could) do", "(i|we) (can't|cannot|can not) help you", "hands are tied",
                ]),
            Of(
                ForbiddenPhrase.DoAsYouLike,
                [
                    "随[便](您|你)[们|便]", "爱(怎么|咋)[样|办]…就", "(您|你)[们](想|爱|要)(怎么|怎样)…就", "悉听尊便",
                    "(要|想)(投诉|告|退货|换)…(投诉|告|退|换)(吧|好了)", "(您|你)[们](可以|尽管)(换|找)[别的|其他|别家](供应商|厂家)",
                    "do (whatever|what|as) you (want|like|please|wish)", "suit yourself", "(buy|go|shop) (elsewhere|somewhere else)",
                    "feel free to (complain|sue|leave|cancel)", "go ahead and (sue|complain|cancel)",
                ],
                [
                    "(we|i) [will|can|shall|would] [gladly|happily|certainly|of course] do (whatever|what|as) you",
                    "(we'll|i'll|glad to|happy to|pleased to) [gladly|happily|certainly] do (whatever|what|as) you",
                    "(we|i) [will|can|shall|would|have] [gladly|now] go ahead and", "(we'll|i'll|let us|let me) go ahead and",
                    "(not|never|don't|won't|shouldn't|needn't) [have to|need to] (buy|go|shop) (elsewhere|somewhere else)",
                    "(no need|no reason|without having) to (buy|go|shop) (elsewhere|somewhere else)",
                    "feel free to cancel … (free of charge|at no cost|without charge|at no charge)",
                    "(给|帮|替|为)(您|你)[们](换|退|办)", "(我们|我)[马上|今天|立即|现在][就](换|退|办)", "随(您|你)[们][的](方便|时间)",
                ]),
        ],
        Provenance.LibraryDefault($"{SourceTitle.Selling} announces ten phrases and gives none"));

    private static Phrase<ForbiddenPhrase> Of(
        ForbiddenPhrase phrase, IReadOnlyList<string> patterns, IReadOnlyList<string>? unless = null) =>
        new(char.ToLowerInvariant(phrase.Name[0]) + phrase.Name[1..], phrase, patterns, phrase.Why, phrase.Better, unless);
}
