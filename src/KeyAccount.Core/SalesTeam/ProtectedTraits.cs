using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>Finds questions and notes about what must not count in an interview.</summary>
/// <remarks>LibraryDefault. A list of phrases finds only what is said openly: to find nothing proves nothing. Local law takes
/// precedence.</remarks>
public static class ProtectedTraits
{
    /// <summary>The usual wordings of questions about each trait, in English and Chinese, with why the trait must not count and what to ask
    /// instead.</summary>
    public static PhraseList<ProtectedTrait> Standard { get; } = new(
        "interview.protectedTraits",
        [
            Of(
                ProtectedTrait.Family,
                [
                    "married", "marriage[s]", "marital", "(your|have|any) children", "(have|any|your) kids", "childcare",
                    "pregnan(t|cy|cies)", "husband[s]", "(wife|wives)", "spouse[s]", "family plan(s|ning)", "family plan",
                    "(boyfriend|girlfriend)[s]",
                    "are you single", "(结|已|未|离)婚", "婚(姻|育)", "生(孩子|育)", "(怀|备)孕", "二胎", "(男|女)朋友", "配偶", "(有|要)孩子", "小孩", "有对象",
                ]),
            Of(
                ProtectedTrait.Age,
                [
                    "how old", "your age", "years old", "too (old|young)", "(date|year) of birth", "when were you born", "年龄", "多大(年纪|了)",
                    "(几|多少)岁", "年纪是", "哪年出生", "出生年",
                ]),
            Of(
                ProtectedTrait.Gender,
                [
                    "gender[s|ed]", "[homo|bi|hetero]sexual[s|ly|ity]", "transgender[ed]", "are you gay", "性别", "性取向", "同性恋",
                ]),
            Of(
                ProtectedTrait.Health,
                [
                    "disabilit(y|ies)", "(are you|is) disabled", "illness[es]", "chronic disease[s]", "hepatitis", "your health",
                    "mental health", "body weight", "残疾", "乙肝", "病史", "慢性病", "身高", "(你|您)的体重", "身体好吗",
                ]),
            Of(
                ProtectedTrait.Origin,
                [
                    "ethnic[s|ally|ity|ities]", "your race", "racial[ly]", "skin colo[u]r", "nationalit(y|ies)", "native country",
                    "where were you born", "hukou", "household registration", "籍贯", "户(口|籍)", "(什么|少数)民族", "(哪里|哪儿)人", "老家在",
                ]),
            Of(
                ProtectedTrait.Belief,
                [
                    "religio(n|ns|us|usly|sity)", "(to|your) church", "mosque[s]", "party member[s|ship]",
                    "political (party|parties|view|views)", "trade union[s]", "union member[s|ship]", "宗教", "(什么|有|的)信仰",
                    "信佛", "党员", "政治面貌", "工会会员",
                ]),
        ],
        Provenance.LibraryDefault("what the laws of most countries protect, in the wordings of interviews"));

    private static Phrase<ProtectedTrait> Of(ProtectedTrait trait, IReadOnlyList<string> patterns) => new(
        char.ToLowerInvariant(trait.Name[0]) + trait.Name[1..], trait, patterns, TextTable.Library["SalesTeam.ProtectedTraits.why"],
        TextTable.Library["SalesTeam.ProtectedTraits.advice"]);
}
