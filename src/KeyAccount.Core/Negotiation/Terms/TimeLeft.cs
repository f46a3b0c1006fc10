using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>The time left for a negotiation.</summary>
/// <remarks>LibraryDefault; from the percentage left by <see cref="NegotiationTables.TimeRemaining"/>.</remarks>
[JsonConverter(typeof(TermJsonConverter<TimeLeft>))]
public sealed class TimeLeft : OrderedTerm<TimeLeft>
{
    /// <summary>The deadline is near; value 1.</summary>
    public static readonly TimeLeft Scarce = new(1);
    /// <summary>There is time for a few more rounds; value 2.</summary>
    public static readonly TimeLeft Limited = new(2);
    /// <summary>Nothing presses; value 3.</summary>
    public static readonly TimeLeft Ample = new(3);

    private TimeLeft(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
