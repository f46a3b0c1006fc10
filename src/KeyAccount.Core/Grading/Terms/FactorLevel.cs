using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>How strongly a factor is present that is judged and not measured: influence, synergy, commitment.</summary>
/// <remarks>LibraryDefault: the source documents name such factors and no scale for them.</remarks>
[JsonConverter(typeof(TermJsonConverter<FactorLevel>))]
public sealed class FactorLevel : OrderedTerm<FactorLevel>
{
    /// <summary>Not present; value 1.</summary>
    public static readonly FactorLevel None = new(1);
    /// <summary>Weak; value 2.</summary>
    public static readonly FactorLevel Low = new(2);
    /// <summary>Clear; value 3.</summary>
    public static readonly FactorLevel Medium = new(3);
    /// <summary>Strong; value 4.</summary>
    public static readonly FactorLevel High = new(4);

    private FactorLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;

    /// <summary>The points of the levels in the ready models: a <c>LibraryDefault</c>.</summary>
    internal static Scale Points() => Scale.Levels((None, 0), (Low, 30), (Medium, 65), (High, 100));
}
