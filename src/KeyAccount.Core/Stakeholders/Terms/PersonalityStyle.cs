using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>How a person likes to be dealt with.</summary>
/// <remarks>Source: S001 (DISC性格分析模型), which names the model; the four styles are L Marston 1928, Emotions of Normal People, in today's words.</remarks>
[JsonConverter(typeof(TermJsonConverter<PersonalityStyle>))]
public sealed class PersonalityStyle : Term<PersonalityStyle>
{
    /// <summary>D: wants results, quickly; value 1.</summary>
    public static readonly PersonalityStyle Dominance = new(nameof(Dominance), 1);

    /// <summary>I: wants people and recognition; value 2.</summary>
    public static readonly PersonalityStyle Influence = new(nameof(Influence), 2);

    /// <summary>S: wants calm and reliability; value 3.</summary>
    public static readonly PersonalityStyle Steadiness = new(nameof(Steadiness), 3);

    /// <summary>C: wants facts and correctness; value 4.</summary>
    public static readonly PersonalityStyle Conscientiousness = new(nameof(Conscientiousness), 4);

    private PersonalityStyle(string name, int value)
        : base(name, value)
    {
    }
}
