using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>One of six aspects of persuasion. Each is effective, and is honest only if its basis is true.</summary>
/// <remarks>Source for the number: 《B2B 大客户开发与管理》 (说服要注意的六个方面), which names none; the six are those of Cialdini 1984, Influence: The
/// Psychology of Persuasion.</remarks>
[JsonConverter(typeof(TermJsonConverter<PersuasionAspect>))]
public sealed class PersuasionAspect : Term<PersuasionAspect>
{
    /// <summary>People return what they were given; value 1.</summary>
    public static readonly PersuasionAspect Reciprocity = new(1);
    /// <summary>People stand by what they have said; value 2.</summary>
    public static readonly PersuasionAspect Consistency = new(2);
    /// <summary>People do what others like them do; value 3.</summary>
    public static readonly PersuasionAspect SocialProof = new(3);
    /// <summary>People agree with those they like; value 4.</summary>
    public static readonly PersuasionAspect Liking = new(4);
    /// <summary>People follow those who know; value 5.</summary>
    public static readonly PersuasionAspect Authority = new(5);
    /// <summary>People value what is scarce; value 6.</summary>
    public static readonly PersuasionAspect Scarcity = new(6);

    private PersuasionAspect(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
