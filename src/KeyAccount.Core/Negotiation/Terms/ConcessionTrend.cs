using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>The trend of the concessions of a side.</summary>
/// <remarks>LibraryDefault: the names; that shrinking concessions announce a limit is Raiffa 1982, The Art and Science of
/// Negotiation.</remarks>
[JsonConverter(typeof(TermJsonConverter<ConcessionTrend>))]
public sealed class ConcessionTrend : Term<ConcessionTrend>
{
    /// <summary>Each is at most as large as the one before: the limit is near; value 1.</summary>
    public static readonly ConcessionTrend Shrinking = new(1);
    /// <summary>All are equally large: nothing tells where they will end; value 2.</summary>
    public static readonly ConcessionTrend Steady = new(2);
    /// <summary>Each is at least as large as the one before: waiting pays for the other side; value 3.</summary>
    public static readonly ConcessionTrend Growing = new(3);
    /// <summary>Now larger, now smaller: there is no pattern; value 4.</summary>
    public static readonly ConcessionTrend Mixed = new(4);

    private ConcessionTrend(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
