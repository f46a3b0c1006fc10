using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The personality style of a person, which decides how to deal with them.</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》 (DISC性格分析模型), which names the model; the four styles are Marston 1928, Emotions of Normal People, in
/// today's
/// words.</remarks>
[JsonConverter(typeof(TermJsonConverter<PersonalityStyle>))]
public sealed class PersonalityStyle : Term<PersonalityStyle>
{
    /// <summary>D: wants results, quickly; value 1.</summary>
    public static readonly PersonalityStyle Dominance = new(1);
    /// <summary>I: wants people and recognition; value 2.</summary>
    public static readonly PersonalityStyle Influence = new(2);
    /// <summary>S: wants calm and reliability; value 3.</summary>
    public static readonly PersonalityStyle Steadiness = new(3);
    /// <summary>C: wants facts and correctness; value 4.</summary>
    public static readonly PersonalityStyle Conscientiousness = new(4);

    private PersonalityStyle(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
