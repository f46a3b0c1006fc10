using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>The bargaining power of our side: who needs the deal less.</summary>
/// <remarks>LibraryDefault: the method names no levels.</remarks>
[JsonConverter(typeof(TermJsonConverter<BargainingPower>))]
public sealed class BargainingPower : OrderedTerm<BargainingPower>
{
    /// <summary>We need the deal more than they do; value 1.</summary>
    public static readonly BargainingPower Weaker = new(1);
    /// <summary>Both need the deal about equally; value 2.</summary>
    public static readonly BargainingPower Balanced = new(2);
    /// <summary>They need the deal more than we do; value 3.</summary>
    public static readonly BargainingPower Stronger = new(3);

    private BargainingPower(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
