using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using static System.FormattableString;

namespace KeyAccount.Core.Rules;

/// <summary>The patterns of a <see cref="Phrase{TMeaning}"/>: read, checked, and turned into a search without backtracking.</summary>
internal static class PhrasePattern
{
    // Up to ten words of one sentence; a Chinese character, a blank or a comma counts as one.
    private const string Gap = "(?:[a-z0-9'-]+|[^a-z0-9.!?;。\\n]){0,10}";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    // Traditional and simplified, pair by pair: the characters of business talk whose forms differ one to one.
    private static readonly FrozenDictionary<char, char> Simplified = Pairs(
        "這这個个們们說说話话該该請请問问題题規规範范關关係系過过還还沒没對对錯错誤误麼么樣样辦办幫帮處处負负責责職职務务業业開开門门"
        + "應应當当時时間间實实際际機机會会價价錢钱貨货單单訂订購购買买賣卖貴贵公公廠厂產产品品質质損损壞坏換换退退賠赔償偿"
        + "訴诉訟讼電电聯联絡络詢询聽听見见講讲談谈議议論论認认識识記记讓让給给從从來来後后準准備备預预計计劃划算算總总結结"
        + "終终絕绝續续約约維维護护轉转軟软較较輕轻輸输運运達达遲迟遠远進进連连選选適适邊边區区醫医協协單单協协傷伤僅仅"
        + "優优惠惠億亿傳传價价兩两別别則则動动勞劳勢势勝胜匯汇參参雙双變变嗎吗嘗尝團团圍围圖图場场報报壓压夠够奪夺奮奋"
        + "學学寫写專专導导層层屬属師师帶带幣币幾几廣广強强彈弹復复徹彻態态慮虑慣惯憑凭懷怀擔担擇择據据擁拥擴扩敗败"
        + "敵敌數数斷断於于顯显暫暂條条極极標标權权歡欢氣气決决況况淨净減减測测滿满漲涨滯滞潔洁熱热爭争牽牵獎奖獨独現现環环"
        + "異异療疗盡尽監监確确碼码禮礼種种稱称穩稳窮穷競竞筆笔節节簡简簽签籌筹糾纠紅红級级細细組组統统經经網网線线緊紧"
        + "義义習习臉脸舉举舊旧藥药虧亏補补製制複复覺觉觀观觸触討讨訓训設设許许評评詞词試试誠诚誰谁調调謀谋謝谢證证譯译譽誉"
        + "讀读貢贡財财貫贯貸贷費费資资賴赖賺赚購购贏赢趕赶跡迹車车載载輛辆輪轮辭辞農农遞递遺遗郵邮釋释針针錄录錶表鐘钟長长"
        + "閉闭閱阅隊队險险隨随難难雜杂離离電电霸霸靈灵響响頁页項项順顺須须頓顿領领頭头頻频額额願愿類类顧顾風风養养餘余"
        + "騙骗驗验驚惊體体鬧闹鮮鲜麗丽黃黄點点齊齐壟垄斷断號号執执恥耻賤贱夥伙愛爱蓋盖爾尔嚴严勁劲讚赞搶抢棄弃遷迁殘残缺缺"
        + "樓楼銷销庫库檢检熟熟練练儘尽嚇吓諒谅眾众諾诺幹干歸归無无為为戶户們们違违罰罚訊讯責责隻只闆板檔档劑剂廢废懸悬"
        + "揮挥撤撤擺摆擠挤舖铺贈赠賬账帳账滾滚瞭了瞞瞒矯矫礙碍稅税縮缩縱纵績绩織织繳缴罷罢聞闻聰聪腦脑臨临與与興兴荒荒蠢蠢衛卫裝装裡里裏里卻却衝冲擾扰攪搅嘆叹虛虚謊谎騷骚牆墙獲获課课瘋疯"
        + "齡龄歲岁紀纪戀恋黨党員员兒儿婦妇親亲孫孙歷历");

    /// <summary>The text as patterns see it, character by character, so that places stay what they are.</summary>
    public static string Plain(string text) => string.Create(text.Length, text, (plain, given) =>
    {
        for (var i = 0; i < given.Length; i++)
            plain[i] = Plain(given[i]);
    });

    /// <summary>The fault of a pattern; null if there is none.</summary>
    public static string? FaultOf(string? pattern) =>
        string.IsNullOrWhiteSpace(pattern) ? "it is blank" : new Reader(Plain(pattern)).Read().Fault;

    /// <summary>A search for any of the patterns, none of which has a fault.</summary>
    public static Regex Search(IReadOnlyList<string> patterns) => new(
        string.Join('|', patterns.Select(pattern => new Reader(Plain(pattern)).Read().Regex)),
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Longest);

    /// <summary>The sentence around a position in plain text. A full stop within a number does not end a sentence.</summary>
    public static string SentenceOf(string plain, int start, int length)
    {
        var (from, to) = (start, start + length);
        while (from > 0 && !IsEnd(from - 1))
            from--;
        while (to < plain.Length && !IsEnd(to))
            to++;
        return plain[from..to];

        bool IsEnd(int at) => plain[at] is '!' or '?' or ';' or '。' or '\n'
            || (plain[at] == '.' && (at + 1 == plain.Length || char.IsWhiteSpace(plain[at + 1])));
    }

    private static char Plain(char given) => given switch
    {
        '’' or '‘' or 'ʼ' => '\'',
        >= '！' and <= '～' => (char)(given - '！' + '!'),
        '\u3000' or '\u00A0' => ' ',
        _ => Simplified.GetValueOrDefault(given, given),
    };

    private static FrozenDictionary<char, char> Pairs(string pairs) =>
        pairs.Chunk(2).Where(pair => pair[0] != pair[1]).DistinctBy(pair => pair[0]).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    // One pass over the pattern; the depth of brackets is the depth of calls, so it is limited.
    private sealed class Reader(string pattern)
    {
        private const int DeepestBrackets = 16;
        private readonly bool _isLatin = pattern.Any(char.IsAsciiLetter) && !pattern.Any(c => c > '\u2E7F');
        private int _at;
        private string? _fault;

        public (string Regex, string? Fault) Read()
        {
            var (regex, canBeEmpty) = Alternatives(0);
            if (_fault is null && _at < pattern.Length)
                _fault = Invariant($"'{pattern[_at]}' at {_at} closes no bracket");
            if (_fault is null && canBeEmpty)
                _fault = "it matches an empty text; at least one word must be required";
            return (_isLatin ? $@"\b(?:{regex})\b" : $"(?:{regex})", _fault);
        }

        private (string Regex, bool CanBeEmpty) Alternatives(int depth)
        {
            if (depth > DeepestBrackets)
            {
                _fault ??= Invariant($"it has more than {DeepestBrackets} nested brackets");
                _at = pattern.Length;
                return ("", true);
            }

            var regex = new StringBuilder();
            var canBeEmpty = false;
            while (true)
            {
                var (part, isEmpty) = Sequence(depth);
                regex.Append(part);
                canBeEmpty |= isEmpty;
                if (_at >= pattern.Length || pattern[_at] != '|')
                    return (regex.ToString(), canBeEmpty);
                regex.Append('|');
                _at++;
            }
        }

        private (string Regex, bool CanBeEmpty) Sequence(int depth)
        {
            var regex = new StringBuilder();
            var canBeEmpty = true;
            while (_at < pattern.Length && pattern[_at] is not ('|' or ')' or ']'))
            {
                switch (pattern[_at])
                {
                    case '(' or '[':
                        var open = pattern[_at];
                        var from = _at++;
                        var (inner, isEmpty) = Alternatives(depth + 1);
                        if (_at >= pattern.Length || pattern[_at] != (open == '(' ? ')' : ']'))
                        {
                            _fault ??= Invariant($"'{open}' at {from} is not closed");
                            _at = pattern.Length;
                            return ("", true);
                        }

                        _at++;
                        regex.Append("(?:").Append(inner).Append(open == '(' ? ")" : ")?");
                        canBeEmpty &= isEmpty || open == '[';
                        break;
                    case '…':
                        regex.Append(_isLatin ? @"\b" + Gap + @"\b" : Gap);
                        _at++;
                        break;
                    case var blank when char.IsWhiteSpace(blank):
                        regex.Append(@"\s*");
                        _at++;
                        break;
                    default:
                        regex.Append(Regex.Escape(pattern[_at].ToString()));
                        canBeEmpty = false;
                        _at++;
                        break;
                }
            }

            return (regex.ToString(), canBeEmpty);
        }
    }
}
