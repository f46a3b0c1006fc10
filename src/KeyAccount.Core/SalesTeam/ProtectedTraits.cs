namespace KeyAccount.Core.SalesTeam;

/// <summary>Finds questions and notes about what must not count in an interview.</summary>
/// <remarks>LibraryDefault. A list of phrases finds what is said openly: nothing found proves nothing. The law of the place comes
/// first.</remarks>
public static class ProtectedTraits
{
    /// <summary>The phrases, each with what it is about. Case does not count; a word is found at its beginning only.</summary>
    public static IReadOnlyList<(string Phrase, ProtectedTrait Trait)> All { get; } = ValueList.Of(
    [
        ("married", ProtectedTrait.Family), ("marriage", ProtectedTrait.Family), ("marital", ProtectedTrait.Family),
        ("your children", ProtectedTrait.Family), ("have children", ProtectedTrait.Family), ("any children", ProtectedTrait.Family),
        ("have kids", ProtectedTrait.Family), ("any kids", ProtectedTrait.Family), ("your kids", ProtectedTrait.Family),
        ("childcare", ProtectedTrait.Family), ("pregnan", ProtectedTrait.Family), ("husband", ProtectedTrait.Family),
        ("wife", ProtectedTrait.Family), ("spouse", ProtectedTrait.Family), ("family plan", ProtectedTrait.Family),
        ("boyfriend", ProtectedTrait.Family), ("girlfriend", ProtectedTrait.Family), ("结婚", ProtectedTrait.Family),
        ("已婚", ProtectedTrait.Family), ("未婚", ProtectedTrait.Family), ("婚姻", ProtectedTrait.Family), ("婚育", ProtectedTrait.Family),
        ("生孩子", ProtectedTrait.Family), ("生育", ProtectedTrait.Family), ("怀孕", ProtectedTrait.Family), ("二胎", ProtectedTrait.Family),
        ("男朋友", ProtectedTrait.Family), ("女朋友", ProtectedTrait.Family), ("配偶", ProtectedTrait.Family), ("有孩子", ProtectedTrait.Family),
        ("結婚", ProtectedTrait.Family), ("懷孕", ProtectedTrait.Family), ("備孕", ProtectedTrait.Family), ("备孕", ProtectedTrait.Family),
        ("小孩", ProtectedTrait.Family), ("要孩子", ProtectedTrait.Family), ("有对象", ProtectedTrait.Family), ("有對象", ProtectedTrait.Family),
        ("are you single", ProtectedTrait.Family), ("how old", ProtectedTrait.Age), ("your age", ProtectedTrait.Age),
        ("years old", ProtectedTrait.Age), ("too old", ProtectedTrait.Age), ("too young", ProtectedTrait.Age),
        ("date of birth", ProtectedTrait.Age), ("year of birth", ProtectedTrait.Age), ("when were you born", ProtectedTrait.Age),
        ("年龄", ProtectedTrait.Age), ("年齡", ProtectedTrait.Age), ("多大年纪", ProtectedTrait.Age), ("几岁", ProtectedTrait.Age),
        ("多少岁", ProtectedTrait.Age), ("多少歲", ProtectedTrait.Age), ("多大了", ProtectedTrait.Age), ("多大年紀", ProtectedTrait.Age),
        ("年纪是", ProtectedTrait.Age), ("年紀是", ProtectedTrait.Age), ("哪年出生", ProtectedTrait.Age), ("出生年", ProtectedTrait.Age),
        ("幾歲", ProtectedTrait.Age), ("gender", ProtectedTrait.Gender), ("sexual", ProtectedTrait.Gender),
        ("homosexual", ProtectedTrait.Gender), ("transgender", ProtectedTrait.Gender), ("are you gay", ProtectedTrait.Gender),
        ("性别", ProtectedTrait.Gender), ("性別", ProtectedTrait.Gender), ("性取向", ProtectedTrait.Gender), ("同性恋", ProtectedTrait.Gender),
        ("同性戀", ProtectedTrait.Gender), ("disabilit", ProtectedTrait.Health), ("are you disabled", ProtectedTrait.Health),
        ("is disabled", ProtectedTrait.Health), ("illness", ProtectedTrait.Health), ("chronic disease", ProtectedTrait.Health),
        ("hepatitis", ProtectedTrait.Health), ("your health", ProtectedTrait.Health), ("mental health", ProtectedTrait.Health),
        ("body weight", ProtectedTrait.Health), ("残疾", ProtectedTrait.Health), ("殘疾", ProtectedTrait.Health),
        ("乙肝", ProtectedTrait.Health), ("病史", ProtectedTrait.Health), ("慢性病", ProtectedTrait.Health), ("身高", ProtectedTrait.Health),
        ("你的体重", ProtectedTrait.Health), ("您的体重", ProtectedTrait.Health), ("你的體重", ProtectedTrait.Health), ("您的體重", ProtectedTrait.Health),
        ("身体好吗", ProtectedTrait.Health), ("身體好嗎", ProtectedTrait.Health), ("ethnic", ProtectedTrait.Origin),
        ("your race", ProtectedTrait.Origin), ("racial", ProtectedTrait.Origin), ("skin colour", ProtectedTrait.Origin),
        ("skin color", ProtectedTrait.Origin), ("nationality", ProtectedTrait.Origin), ("native country", ProtectedTrait.Origin),
        ("where were you born", ProtectedTrait.Origin), ("hukou", ProtectedTrait.Origin),
        ("household registration", ProtectedTrait.Origin), ("籍贯", ProtectedTrait.Origin), ("籍貫", ProtectedTrait.Origin),
        ("户口", ProtectedTrait.Origin), ("戶口", ProtectedTrait.Origin), ("户籍", ProtectedTrait.Origin), ("戶籍", ProtectedTrait.Origin),
        ("什么民族", ProtectedTrait.Origin), ("什麼民族", ProtectedTrait.Origin), ("少数民族", ProtectedTrait.Origin), ("少數民族", ProtectedTrait.Origin),
        ("哪里人", ProtectedTrait.Origin), ("哪裡人", ProtectedTrait.Origin), ("老家在", ProtectedTrait.Origin), ("religio", ProtectedTrait.Belief),
        ("to church", ProtectedTrait.Belief), ("your church", ProtectedTrait.Belief), ("mosque", ProtectedTrait.Belief),
        ("party member", ProtectedTrait.Belief), ("political party", ProtectedTrait.Belief), ("political view", ProtectedTrait.Belief),
        ("trade union", ProtectedTrait.Belief), ("union member", ProtectedTrait.Belief), ("宗教", ProtectedTrait.Belief),
        ("什么信仰", ProtectedTrait.Belief), ("有信仰", ProtectedTrait.Belief), ("的信仰", ProtectedTrait.Belief), ("信佛", ProtectedTrait.Belief),
        ("党员", ProtectedTrait.Belief), ("黨員", ProtectedTrait.Belief), ("政治面貌", ProtectedTrait.Belief), ("工会会员", ProtectedTrait.Belief),
        ("工會會員", ProtectedTrait.Belief),
    ]);

    /// <summary>The phrases in a text.</summary>
    /// <param name="text">The text: a question before it is asked, or a note.</param>
    /// <returns>Every place of every phrase, in the order of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static IReadOnlyList<FoundTrait> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<FoundTrait>();
        foreach (var (phrase, trait) in All)
        {
            for (var at = 0; (at = text.IndexOf(phrase, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += phrase.Length)
            {
                if (!char.IsAsciiLetter(phrase[0]) || at == 0 || !char.IsLetter(text[at - 1]))
                    found.Add(new(phrase, at, trait));
            }
        }

        return [.. found.OrderBy(each => each.At).ThenBy(each => each.Phrase, StringComparer.Ordinal)];
    }
}
