using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>The pace at which a concession plan spends its room.</summary>
/// <remarks>Source: Literature, Faratin, Sierra &amp; Jennings 1998, Negotiation decision functions for autonomous agents.</remarks>
[JsonConverter(typeof(TermJsonConverter<ConcessionPace>))]
public sealed class ConcessionPace : Term<ConcessionPace>
{
    /// <summary>Holds out and gives way near the deadline: β below 1; value 1.</summary>
    public static readonly ConcessionPace Boulware = new(1);
    /// <summary>Gives way evenly: β = 1; value 2.</summary>
    public static readonly ConcessionPace Linear = new(2);
    /// <summary>Gives way early: β above 1; value 3.</summary>
    public static readonly ConcessionPace Conceder = new(3);

    private ConcessionPace(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
