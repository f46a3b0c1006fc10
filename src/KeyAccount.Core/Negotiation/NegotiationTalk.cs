using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>Recognises flexible, threatening, tempting and hurting language in what is said at the table.</summary>
/// <remarks>The four kinds are 《B2B 大客户开发与管理》's; the wordings are a <c>LibraryDefault</c>. How often the list is right on sentences
/// that were not used to write it stands in the README of the room.</remarks>
public static class NegotiationTalk
{
    /// <summary>Usual wordings of the four kinds, English and Chinese: what was said, why it is of its kind, and how to deal with
    /// it.</summary>
    public static PhraseList<NegotiationLanguage> Standard { get; } = new(
        "negotiation.talk",
        [
            LeavesRoom("inPrinciple", ["原则上", "in principle", "as a rule"]),
            LeavesRoom(
                "forNow",
                [
                    "(目前|现阶段|眼下|暂时|现在)[来看|来说|看来|还]…(不能|不行|不够|没有|没法|无法|困难|难度|有点|难|做不到)", "暂时(不|还)",
                    "at (this stage|this point|the moment|present)", "for (now|the moment|the time being)", "right now", "not yet",
                ]),
            LeavesRoom(
                "difficult",
                [
                    "(有|比较|很|有些|有点|有一定)[的](难度|困难)", "(恐怕|只怕)…(难|不行|不能|不够)", "(不太|不大)(好办|容易|可能|方便)", "很难",
                    "(is|be|would be|it's|that's) [very|rather|a bit|quite|too] (difficult|hard|tricky|challenging|a stretch)",
                    "not (easy|comfortable)",
                ]),
            LeavesRoom(
                "willSee",
                [
                    "尽量", "尽可能", "再(研究|考虑|商量|讨论|看看|想想|议)", "(研究研究|考虑考虑|商量商量)", "回去(商量|请示|研究)",
                    "(might|could|may) [just|perhaps] be able to", "see what (i|we) can do",
                    "(will|would|could|might|let us|let me) consider",
                    "(look|looking) into it", "think (it over|about it)",
                ]),
            LeavesRoom(
                "conditional",
                [
                    "(不是|并非)[完全|绝对|一定]不(能|可以|可)", "(看|视|要看)…(情况|数量|条件|规模)…定", "(可以|能)[再](谈|商量|协商|探讨)", "好商量",
                    "depends on", "depending on", "(is|are|we're|i'm) (open to|flexible|negotiable)", "not (set in stone|final|fixed)",
                    "(could|would|might) [then] (talk|discuss) about", "if … (could|might)",
                ]),
            LeavesRoom(
                "about",
                [
                    "(大概|大约|差不多)", "左右", "上下浮动", "(around|roughly|approximately)", "(in the region of|something like|somewhere between)",
                    "ballpark",
                ]),
            LeavesRoom("usually", ["(一般|通常|正常)(情况下|来说|来讲|而言)", "(normally|usually|typically|generally)"]),
            LeavesRoom(
                "prefer",
                [
                    "(倾向于|最好是|最好能|宁愿|理想的)", "(would|we'd|i'd) (prefer|rather)", "ideally", "(we|i) (would|'d) like to avoid",
                ]),
            Threatens(
                "ultimatum",
                [
                    "最后通牒", "最后(一次)(机会|警告|报价)", "最后(期限|的机会)", "没(得|什么)(商量|可谈|好谈)", "take it or leave it",
                    "(last|final) (chance|offer|warning|word)", "or else", "no choice but to", "not negotiable",
                ]),
            Threatens(
                "leave",
                [
                    "(如果|要是|再|不然|否则|的话)…(就|只能|只好|将|不得不|会)[要|把]…(换|终止|停止|取消|中止|解除|退出|不再|黑名单|起诉|找别)",
                    "(否则|不然)…(停止|终止|取消|换|起诉|不再)",
                    "(if you|unless you|unless this|unless we) … (switch|leave|cancel|terminate|walk|walk away|sue|end|go elsewhere|stop)",
                    "(or|otherwise|either) … (we|i) [will|'ll|shall] [have to] (switch|leave|cancel|terminate|walk|sue|end|go|stop)",
                    "(we|i) will (walk away|cancel the contract|end the contract|go elsewhere)",
                ]),
            Threatens(
                "consequences",
                [
                    "后果[自负|由你|由您|由贵方]", "(考虑|想)清楚[后果]", "(别|不要|可别)怪我", "(会|要)后悔", "(you will|you'll) (regret|be sorry)",
                    "think (twice|carefully) before", "(face|bear) the consequences", "don't say … warn",
                ]),
            Threatens(
                "law",
                [
                    "(法庭|法院)(上)[见|解决]", "(打官司|起诉|告你|告上法庭|律师函)", "(our|my) (lawyer|lawyers|legal department)", "legal action",
                    "see you in court", "take you to court",
                ]),
            Threatens(
                "rivals",
                [
                    "(给|转给|交给|让给)(别人|别家|其他家|其他供应商|你们对手|竞争对手)", "有的是(供应商|厂家|人)", "(备选|备胎|替代)[的](供应商|厂家)",
                    "(give|award|hand|take) … (order|business|contract) to (your competitor|someone else|somebody else|a rival)",
                    "(plenty of|many) other suppliers", "your (competitor|competitors) (will|would|is|are)",
                ]),
            Threatens("cut", ["(份额|订单|单子)…(别想|没有了|砍掉|收回|减半)", "一单(都|也)没有", "(cut|reduce) your share"]),
            Tempts(
                "future",
                [
                    "(以后|将来|今后|后续|下次|明年|后面|未来)[的]…(订单|生意|合作|机会|项目|业务|单子|份额|量)…(都|优先|多得|给你|给您|有的是|少不了|翻倍|加倍)",
                    "(以后|将来|后面|下次)…(有的是|少不了|多得很)", "(优先考虑|优先给)(你|您)[们]", "(签|给)[你|您][们]长期(合同|协议|订单)",
                    "(all|more of|most of) our [future|other|next] (business|orders|projects|volume)", "(a lot|much|plenty) more where",
                    "(preferred|exclusive|sole|strategic) (supplier|partner)", "(start|beginning) of something",
                    "(think of|imagine) the (volume|orders|business)",
                ]),
            Tempts(
                "onlyNow",
                [
                    "(今天|现在|马上|当场)(签|定|订|下单)…(送|赠|优惠|折|便宜)", "(只限|仅限)(今天|本周|本月|您|你)", "(只给|单给|专门给)(您|你)[们]", "机会难得",
                    "过了这个村", "if you (sign|order|decide|commit|buy) (today|now|this week|right away)", "only (for you|until|today)",
                    "(limited time|one-time) offer", "throw in", "special (price|deal|discount) (for|just)",
                ]),
            Tempts(
                "favour",
                [
                    "(不会|不)亏待", "(记|领)(您|你)[们|的|这个][人]情", "(少不了|忘不了)(您|你)[们]的好处", "(一定|肯定|会)(重谢|报答|补偿|补给)",
                    "make it worth your while", "(remember|won't forget) (it|this|that)", "return the (favour|favor)", "owe you one",
                    "in your own interest",
                ]),
            Tempts(
                "fame",
                [
                    "(样板|标杆|示范)[工程|项目|客户]…(以后|机会|名气|宣传)", "(打响|提高|扩大)…(名气|品牌|知名度)", "open … doors",
                    "(great|good|fantastic) reference", "good for your (name|reputation|portfolio)",
                ]),
            HurtsFace(
                "competence",
                [
                    "(根本|完全|压根|一点)[也|都|就]不懂", "外行", "不专业", "会不会(算|做|谈|写|看)", "(不够格|没水平|水平太)", "什么都不(懂|知道)",
                    "连…都(不|没)(知道|懂|会|清楚|弄明白)", "you … (don't|do not) … (understand|know)", "unprofessional", "incompetent",
                    "(amateur|amateurs|amateurish)", "(even a|even the) (child|beginner|student|intern)",
                    "have you even [bothered to] (read|seen|done|looked)",
                ],
                ["会不会算错"]),
            HurtsFace(
                "rank",
                [
                    "(你|您)[们]…说了不算", "(你|您)[们]做不了主", "(叫|让|找|换)(你|您)[们][的](领导|老板|经理|上级)", "(没资格|级别不够|不够级别)",
                    "(someone|somebody|the person|a person) who [can|is able to|may] [actually|really] (decide|decides)",
                    "(talk|speak) to your (boss|manager|superior)", "not senior enough",
                ],
                ["请(您|你)…签[个]字", "请…一起"]),
            HurtsFace(
                "contempt",
                [
                    "(笑话|可笑|荒唐|离谱|荒谬)", "好意思", "开什么玩笑", "(丢人|不要脸|厚脸皮)", "(没|没有|缺乏)诚意", "(一点|毫无)[儿]诚意",
                    "(a joke|laughable|ridiculous|absurd|insulting|pathetic|nonsense|rubbish|stupid|embarrassing)", "an insult",
                    "(not|don't seem to be|aren't) [really|even] serious [about]",
                ],
                ["不好意思"]),
            HurtsFace(
                "size",
                [
                    "(你|贵)[们|司|公司]…(这点|这么小|这么点)[儿][的](规模|公司|厂|产量)", "(小公司|小厂|小作坊)", "(凭什么|有什么资格)",
                    "(a company|a supplier|a firm) (of your size|like yours|as small as)", "you should be (grateful|glad|happy|lucky)",
                    "who do you think you are",
                ]),
            HurtsFace("time", ["浪费…时间", "(waste|wasting|waste of) (our|my|everyone's|everybody's|time)"], ["(不|不要|不想|不会)[再]浪费(您|你)…时间"]),
        ],
        Provenance.LibraryDefault($"{SourceTitle.Development} names the kinds and gives no example"));

    private static Phrase<NegotiationLanguage> LeavesRoom(string id, IReadOnlyList<string> patterns) =>
        Of(id, NegotiationLanguage.LeavesRoom, patterns);

    private static Phrase<NegotiationLanguage> Threatens(string id, IReadOnlyList<string> patterns) =>
        Of(id, NegotiationLanguage.Threatens, patterns);

    private static Phrase<NegotiationLanguage> Tempts(string id, IReadOnlyList<string> patterns) =>
        Of(id, NegotiationLanguage.Tempts, patterns);

    private static Phrase<NegotiationLanguage> HurtsFace(
        string id, IReadOnlyList<string> patterns, IReadOnlyList<string>? unless = null) =>
        Of(id, NegotiationLanguage.HurtsFace, patterns, unless);

    private static Phrase<NegotiationLanguage> Of(
        string id, NegotiationLanguage meaning, IReadOnlyList<string> patterns, IReadOnlyList<string>? unless = null) =>
        new(id, meaning, patterns, TextTable.Library[$"Negotiation.Talk.{id}"], meaning.HowToDeal, unless);
}
