using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>Recognises soft, threatening, tempting and hurtful language in what is said at the table.</summary>
/// <remarks>The four kinds are 《B2B 大客户开发与管理》's; the wordings are a <c>LibraryDefault</c>. How often the list is right on sentences
/// that were not used to write it stands in the README of the room.</remarks>
public static class NegotiationTalk
{
    // How somebody leaves who does not get what they ask for.
    private const string Leave =
        "(switch to|have to switch|leave you|walk away|walk out|terminate|sue|go elsewhere|go to your|go to another|go to someone|"
        + "cancel (the|our|this|all|your)|end (the|our|this) (contract|relationship|cooperation|partnership|talks)|"
        + "stop (all|ordering|buying|the cooperation|the talks|the project|our|deliveries|payment|payments))";

    // What is bargained over. Beside it "around" and "usually" leave room; beside a pump they tell how it runs.
    private static readonly string[] Deal =
    [
        "(价|折扣|优惠|让步|让利|返利|付款|预付|账期|月结|货款|交期|交货|供货|质保|保修|数量|批量|年用量|预算|合同|条件|成本|运费|费用|接受|答应|同意|答复|百分|个点|协商|"
        + "订单|方案|条款|违约)",
        "(price|prices|pricing|discount|discounts|rebate|offer|terms|payment|payments|pay|deposit|advance|delivery|lead time|lead times|"
        + "warranty|volume|volumes|quantity|quantities|budget|contract|percent|per cent|cost|costs|freight|fee|fees|margin|agree|agreed|"
        + "accept|deal|deliver|request|proposal|suggestion|order|orders|concession|penalty|commit|commitment|exclusivity|prepayment|"
            + "guarantee|credit|sign|invoice|invoices)",
        "%",
    ];

    /// <summary>Usual wordings of the four kinds, English and Chinese: what was said, why it is of its kind, and how to deal with
    /// it.</summary>
    public static PhraseList<NegotiationLanguage> Standard { get; } = new(
        "negotiation.talk",
        [
            LeavesRoom("inPrinciple", ["原则上", "in principle", "as a rule"]),
            LeavesRoom(
                "forNow",
                [
                    "(目前|现阶段|眼下|暂时|现在)[来看|来说|看来|还]…(不能|不行|不够|不太够|没有|没法|无法|困难|难度|有点|难|做不到)", "暂时(不|还)",
                    "(今天|目前|现在|暂时)…(不能|没法|无法)(答应|承诺|决定|确认|表态|拍板)",
                    "at (this stage|this point|the moment|present)", "for (now|the moment|the time being)", "right now", "not yet",
                    "(can't|cannot|couldn't) (say yes|promise|commit|confirm|decide|give you an answer) … (today|yet|now|this week)",
                ],
                needs: [.. Deal, "(say yes|promise|confirm|decide|give you an answer|决定|承诺|表态|拍板)",
                "(we|i) (can't|cannot|can not|couldn't|are not able|am not able)", "(我们|我|我方)[也|还](不能|没法|无法|做不到)"]),
            LeavesRoom(
                "difficult",
                [
                    "(有|比较|很|有些|有点|有一定)[的](难度|困难)", "(恐怕|只怕)…(难|不行|不能|不够)", "(不太|不大)(好办|容易|可能|方便)", "很难",
                    "(is|be|would be|it's|that's) [very|rather|a bit|quite|too] (difficult|hard|tricky|challenging|a stretch)",
                    "not (easy|comfortable)",
                ],
                needs: [.. Deal, "for (us|me|our side)", "comfortable", "(我们|我方)…(很难|难度|困难|不太|不大)"]),
            LeavesRoom(
                "willSee",
                [
                    "尽量", "尽可能", "再(研究|考虑|商量|讨论|看看|想想|议)", "(研究研究|考虑考虑|商量商量)", "[得|要]回去…(商量|请示|研究|再|看看)",
                    "(have to|need to|would have to) … (look at|think about|talk about|discuss) … again",
                    "(revisit|come back to) (that|this|it|the)",
                    "(might|could|may) [just|perhaps] be able to", "see what (i|we) can do",
                    "(will|would|could|might|let us|let me) consider", "(look|looking) into it", "think (it over|about it)",
                ],
                ["请[您|你|大家|各位]…(尽量|尽可能|再)"],
                [.. Deal, "(we|i|i'll|we'll|let me)", "(我们|我|我方|咱们|您|贵方)"]),
            LeavesRoom(
                "conditional",
                [
                    "(不是|并非)[完全|绝对|一定]不(能|可以|可)", "(看|视|要看)…(情况|数量|条件|规模)…定", "(可以|能)[再](谈|商量|协商|探讨)", "好商量",
                    "depends on", "depending on", "(is|are|we're|i'm) (open to|flexible|negotiable)", "not (set in stone|final|fixed)",
                    "(could|would|might) [then] (talk|discuss) about", "if … (could|might)",
                    "(middle ground|common ground|halfway|half way|compromise)", "(各让一步|各退一步|折中|中间方案)", "(有|留有|还有)[一定|些|一些|点]…(空间|余地)",
                    "(some|a bit of|a little) (room|flexibility|leeway)", "room to (move|talk|manoeuvre|maneuver|negotiate)",
                ],
                needs: [.. Deal, "(meet|find|let's|move|each other|让一步|退一步|空间|余地)", "(open to|negotiable|好商量)",
                "(we're|we are|i'm|i am) flexible"]),
            LeavesRoom(
                "about",
                [
                    "(大概|大约|差不多)", "左右", "上下浮动", "(around|roughly|approximately)", "(in the region of|something like|somewhere between)",
                    "ballpark", "(starting point|opening offer|opening price|first offer|first proposal|initial offer)",
                    "(初步|第一轮)[的](报价|方案|意见|想法)",
                ],
                ["around (noon|midnight|midday|lunch|lunchtime)"],
                Deal),
            LeavesRoom(
                "usually", ["(一般|通常|正常)(情况下|来说|来讲|而言)", "(normally|usually|typically|generally)"], needs: Deal),
            LeavesRoom(
                "prefer",
                [
                    "(倾向于|最好是|最好能|宁愿|理想的)", "(would|we'd|i'd) (prefer|rather)", "ideally", "(we|i) (would|'d) like to avoid",
                ],
                needs: Deal),
            Threatens(
                "ultimatum",
                [
                    "最后通牒", "最后(一次)(机会|警告|报价)", "(这|给(你|您)[们])…最后[的](期限|机会|报价)", "没(得|什么)(商量|可谈|好谈)",
                    "take it or leave it",
                    "(this is|that is|that's|it's|here is|my|our|your) [very|absolutely] (last|final) (chance|offer|warning|word)",
                    "or else", "no choice but to (cancel|terminate|stop|end|leave|switch|go|look|withdraw|give|sue)", "not negotiable",
                ],
                ["(our|my) (last|final) (offer|word) (by|to|before|in|on|will|is)", "or else …[r] (or|the default)"]),
            Threatens(
                "leave",
                [
                    "(如果|要是|再|不然|否则|的话)…(就|只能|只好|将|不得不|会)[要|把]…(换|终止|停止|取消|中止|解除|退出|不再|黑名单|起诉|找别)",
                    "(否则|不然)…(停止|终止|取消|换|起诉|不再)",
                    "(if|unless) … … (we|i|we'll|i'll) … " + Leave, "(or|otherwise|either) … (we|i|we'll|i'll) … " + Leave,
                    "(or|otherwise|either) … (we|i) walk",
                    "(lose (us|me|this account|our business|the account|our account)|lose you as a supplier)", "失去(我们|这个客户|这家客户|我方)",
                    "(or|otherwise) … (order|contract|business|project|volume) (goes|will go|moves|is going) to",
                    "(不签|不降|不让|不答应|不行|不然|否则|再拖)…(订单|单子|合同|生意|项目)…(给|归|转)",
                    "(we|i|we'll|i'll) [will|shall] [have to] (walk away|cancel the contract|end the contract|go elsewhere)",
                ],
                needs: ["(if|unless|or|otherwise|either|we|i|we'll|i'll)", "(我们|我方|我司|我只|咱们|供应商|失去)", "lose",
                "(不签|不降|不让|不答应|不行|不然|否则|再拖)", "(终止|取消|解除|中止|退出)…(合同|合作|协议)",
                "(否则|不然)…(我|换)"]),
            Threatens(
                "consequences",
                [
                    "后果[自负|由你|由您|由贵方]", "(考虑|想)清楚[后果]", "(别|不要|可别)怪我", "(会|要)后悔", "(you will|you'll) (regret|be sorry)",
                    "think (twice|carefully) before", "(face|bear) the consequences", "don't say … warn", "hate to (see|have to|be)",
                    "不会[像|这么|那么]…客气", "没这么好说话", "(won't|will not) be (this|so|as) (friendly|nice|patient|polite)",
                ],
                ["不(会|要)后悔"],
                ["(你|您|贵|自负|怪我|清楚后果|客气|好说话)", "(you|you'll|your|face|bear|warn|hate to|won't be|will not be)"]),
            Threatens(
                "law",
                [
                    "(法庭|法院)(上)[见|解决]", "(打官司|起诉(你|您|贵)|告你|告上法庭)", "(发|寄|收到|等着)…律师函",
                    "(hear from|contacted by|deal with|letter from|answer to) (our|my) (lawyer|lawyers|legal department)",
                    "(call|involve|instruct|turn to|talk to) (our|my) (lawyer|lawyers)",
                    "(our|my) (lawyer|lawyers|legal department) will (contact you|be in touch|write to you|see to)", "legal action",
                    "see you in court", "take you to court",
                ]),
            Threatens(
                "rivals",
                [
                    "(给|转给|交给|让给)(别人|别家|其他家|其他供应商|你们对手|竞争对手)", "有的是(供应商|厂家|人)",
                    "(有|找|找好|联系|备好)…(备选|备胎|替代)[的](供应商|厂家)",
                    "(give|award|hand|take) … (order|business|contract) to (your competitor|someone else|somebody else|a rival)",
                    "(plenty of|many) other suppliers", "your (competitor|competitors) (will|would|is|are)",
                    "(we|i) (go|turn|switch) to your (competitor|competitors)",
                    "(bidders|suppliers|others|vendors|companies) … (replace you|take your place|take over from you|in your place)",
                    "(替|取代|替代|顶替)(你|您)[们]", "(厂家|供应商|人)[的]…(多的是|排队|排着队)", "(排着队|排队)…(厂家|供应商|替|做|供)",
                ],
                ["other suppliers (at|in|of|from|from the|attend)"],
                [
                    "(单|合同|业务|份额|生意|项目|有的是|多的是|排队|排着队|我们|我方|做)", "(give|award|hand|take|there|have|know|plenty of|go|turn|switch)",
                    "(cheaper|less|better|faster|price|offer|offers|offering|discount|glad|happy|waiting|business|order)",
                ]),
            Threatens("cut", ["(份额|订单|单子)…(别想|没有了|砍掉|收回|减半)", "一单(都|也)没有", "(cut|reduce) your share"]),
            Tempts(
                "future",
                [
                    "(以后|将来|今后|后续|下次|明年|后面|未来)[的]…(订单|生意|合作|机会|项目|业务|单子|份额|量)…(都(给|归|交给|是你|是您|找你|找您)|优先(考虑|给|找|交给|选)|多得|给你|给您|有的是|少不了|"
                        + "翻倍|加倍)",
                    "(以后|将来|后面|下次)…(有的是|少不了|多得很)", "(优先考虑|优先给)(你|您)[们]", "(签|给)[你|您][们]长期(合同|协议|订单)",
                    "(all|more of|most of) our [future|other|next] (business|orders|projects|volume)",
                    "(a lot|much|plenty) more [business|work|orders] where",
                    "(become|make you|be|want you as) [our|the|a] (preferred|exclusive|sole|strategic) (supplier|partner)",
                    "(you could|you can|you'd|you would|you will|you'll) (be|become) … (preferred|exclusive|sole|strategic) (supplier|"
                        + "partner)",
                    "(start|beginning) of something (big|bigger|great|long|large|larger|much)",
                    "(think of|imagine) the (volume|orders|business)",
                    "(do this|help us|agree|give us|give me|say yes|accept) … (and|then) … (you|you'll|you will) [will] (get|have|can "
                        + "have|receive)",
                    "(tender|order|contract|project|deal|business|next one) is [as good as|practically|basically|almost|already] yours",
                    "(明年|以后|将来|今后|后面|下半年|下次|整个|全部)…(归|都是|就是|基本是|是)(你|您)[们]的", "(全|都)(归|是)(你|您)[们]",
                ]),
            Tempts(
                "onlyNow",
                [
                    "(今天|现在|马上|当场)(点头|答应|签字|签|定)…免费",
                    "(say yes|agree|sign|order|decide) (today|now|this week) and … (free|on us|on the house|for nothing)",
                    "(今天|现在|马上|当场)(签|定|订|下单)…(送(您|你|一|两|三|半年)|赠|优惠|打折|折扣|便宜)", "(只限|仅限)(今天|本周|本月|您|你)",
                    "(只给|单给|专门给)(您|你)[们]", "机会难得", "过了这个村",
                    "if you (sign|order|decide|commit|buy) (today|now|this week|right away)", "only for you", "only (until|today)",
                    "(limited time|one-time) offer", "throw in", "special (price|deal|discount) (just for|only for|for you)",
                ],
                needs:
                [
                    "(签|定|订|下单|点头|答应|价|优惠|折|错过|过了|合作|条件|名额|政策|一家|特批|仅限|只限)",
                    "(price|discount|offer|deal|rebate|say yes|agree|sign|order|decide|commit|buy|throw in|terms|for you)",
                ]),
            Tempts(
                "favour",
                [
                    "(不会|不)亏待", "(记|领)(您|你)[们|的|这个][人]情", "(少不了|忘不了)(您|你)[们]的好处", "(一定|肯定|会)(重谢|报答|补偿|补给)(您|你)",
                    "make it worth your while",
                    "(i|we|i'll|we'll|i'd|we'd) [will|would] (remember|won't forget|not forget|never forget) (it|this|that)",
                    "return the (favour|favor)", "owe you one", "(put in|say) a good word", "speak well of you", "recommend you to",
                    "(美言|说[几句|句]好话|替(您|你)说话|推荐(您|你)[们]给)", "in your own interest",
                ]),
            Tempts(
                "fame",
                [
                    "(样板|标杆|示范)[工程|项目|客户]…(以后|机会|名气|宣传)", "(打响|提高|扩大)…(名气|品牌|知名度)", "open … doors",
                    "(would|could|will|make|gives you|give you|get|a) (great|good|fantastic) reference",
                    "good for your (name|reputation|portfolio)",
                ],
                needs:
                [
                    "(你|您|贵|名气|打响)",
                    "(for you|you'd|you would|you will|you get|gives you|give you|would make|could be|would be|will be|your name|your "
                        + "reputation)",
                    "doors for (you|your)", "your portfolio",
                ]),
            HurtsFace(
                "competence",
                [
                    "(根本|完全|压根|一点)[也|都|就]不懂", "外行", "不专业", "会不会(算|做|谈|写|看)", "(不够格|没水平|水平太)", "什么都不(懂|知道)",
                    "连…都(不|没)(知道|懂|会|清楚|弄明白)",
                    "you [people] [clearly|obviously|really|simply|just] (don't|do not) [even|really|seem to] (understand|know) (the "
                        + "first|anything|how|what|our|this|even|your)",
                    "(whether|sure|doubt|doubt that) you … (understand|know) … (at all|anything|how|works)",
                    "unprofessional", "incompetent", "(amateur|amateurs|amateurish)",
                    "(even a|even the) (child|beginner|student|intern) (would|could|can|knows)",
                    "have you even [bothered to] (read|seen|done|looked)",
                    "(did|has|does|can) (anyone|anybody) (on your side|at your company|in your team|over there) [even|actually]",
                    "(你|您)们(那边|那里|公司)[到底|究竟]有(人|没人)…(过|懂|会)",
                ],
                ["会不会算错", "if you (don't|do not)"],
                ["(你|您|贵|还谈|这个都)", "(太|这么)(外行|不专业)", "(you|your|even a|even the|amateur|amateurs|amateurish|unprofessional|incompetent)"]),
            HurtsFace(
                "rank",
                [
                    "(你|您)[们]…说了不算", "(你|您)[们]做不了主", "(叫|让|找|换)(你|您)[们][的](领导|老板|经理|上级)…(谈|说话|决定|拍板|过来)", "(没资格|级别不够|不够级别)",
                    "(someone|somebody|the person|a person) who [can|is able to|may] (actually|really) (decide|decides)",
                    "(expected|was expecting|hoped for|had hoped for) (someone|somebody) (with|more|who)", "(以为|希望)…派[个|一个|一位]…(人|来)",
                    "派个…(懂|像样|有经验)",
                    "(get|bring|send|fetch|want|need) [me|us|in] (someone|somebody|the person|a person) who [can|is able to|may] "
                        + "(decide|decides)",
                    "(let me|i want to|we want to|i'll|i will|i need to|i'd better|we'd better) (talk|speak) to your (boss|manager|"
                        + "superior)", "not senior enough",
                ],
                ["请(您|你)…签[个]字", "请…一起"]),
            HurtsFace(
                "contempt",
                [
                    "(笑话|可笑|荒唐|离谱|荒谬)", "好意思", "开什么玩笑", "(丢人|不要脸|厚脸皮)", "(没|没有|缺乏)诚意", "(一点|毫无)[儿]诚意",
                    "(a joke|laughable|ridiculous|absurd|insulting|pathetic|nonsense|rubbish|stupid|embarrassing)", "an insult",
                    "a (bad|sick|poor|silly) joke",
                    "(you|you're|you are|they) (not|don't seem to be|aren't|are not) [really|even] serious [about]",
                ],
                ["不好意思"],
                [
                    "(你|您|贵|价|条件|方案|要求|诚意|开什么玩笑|不要脸)",
                    "(you|your|you're|price|offer|proposal|number|figure|figures|quote|quotation|discount|terms|demand|that|insult)",
                ]),
            HurtsFace(
                "size",
                [
                    "(你|贵)[们|司|公司]…(这点|这么小|这么点)[儿][的](规模|公司|厂|产量)", "(像|就|你们|您|你|贵)…(小公司|小厂|小作坊)", "(凭什么|有什么资格)",
                    "(a company|a supplier|a firm) (of your size|like yours|as small as)", "you should be (grateful|glad|happy|lucky)",
                    "who do you think you are",
                ]),
            HurtsFace(
                "time",
                ["浪费…时间", "(waste|wasting|waste of) (our|my|everyone's|everybody's)", "a waste of time",
                "(you|you're|you are) [just|only] wasting time"],
                ["(不|不想|不会)[再]浪费(您|你)…时间", "(避免|减少|省得|免得|以免|不会)[再]浪费"],
                ["(我|大家|你|您|都是|纯粹|浪费时间)", "(our|my|everyone's|everybody's|waste|you|you're)"]),
        ],
        Provenance.LibraryDefault($"{SourceTitle.Development} names the kinds and gives no example"));

    private static Phrase<NegotiationLanguage> LeavesRoom(
        string id, IReadOnlyList<string> patterns, IReadOnlyList<string>? unless = null, IReadOnlyList<string>? needs = null) =>
        Of(id, NegotiationLanguage.LeavesRoom, patterns, unless, needs);

    private static Phrase<NegotiationLanguage> Threatens(
        string id, IReadOnlyList<string> patterns, IReadOnlyList<string>? unless = null, IReadOnlyList<string>? needs = null) =>
        Of(id, NegotiationLanguage.Threatens, patterns, unless, needs);

    private static Phrase<NegotiationLanguage> Tempts(
        string id, IReadOnlyList<string> patterns, IReadOnlyList<string>? unless = null, IReadOnlyList<string>? needs = null) =>
        Of(id, NegotiationLanguage.Tempts, patterns, unless, needs);

    private static Phrase<NegotiationLanguage> HurtsFace(
        string id, IReadOnlyList<string> patterns, IReadOnlyList<string>? unless = null, IReadOnlyList<string>? needs = null) =>
        Of(id, NegotiationLanguage.HurtsFace, patterns, unless, needs);

    private static Phrase<NegotiationLanguage> Of(
        string id, NegotiationLanguage meaning, IReadOnlyList<string> patterns, IReadOnlyList<string>? unless,
        IReadOnlyList<string>? needs) =>
        new(id, meaning, patterns, TextTable.Library[$"Negotiation.Talk.{id}"], meaning.HowToDeal, unless, needs);
}
