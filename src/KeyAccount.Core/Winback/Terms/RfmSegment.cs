using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>What recency and frequency of purchases say together.</summary>
/// <remarks>LibraryDefault: ten usual names for a grid of five by five; no publication fixes it.</remarks>
[JsonConverter(typeof(TermJsonConverter<RfmSegment>))]
public sealed class RfmSegment : Term<RfmSegment>
{
    /// <summary>Often, and lately; value 1.</summary>
    public static readonly RfmSegment Champion = new(1);
    /// <summary>Often; value 2.</summary>
    public static readonly RfmSegment Loyal = new(2);
    /// <summary>Lately, and more than once; value 3.</summary>
    public static readonly RfmSegment PotentialLoyalist = new(3);
    /// <summary>Lately, for the first time; value 4.</summary>
    public static readonly RfmSegment New = new(4);
    /// <summary>Rather lately, seldom; value 5.</summary>
    public static readonly RfmSegment Promising = new(5);
    /// <summary>In the middle; value 6.</summary>
    public static readonly RfmSegment NeedsAttention = new(6);
    /// <summary>Some time ago, seldom; value 7.</summary>
    public static readonly RfmSegment AboutToSleep = new(7);
    /// <summary>Often, but some time ago; value 8.</summary>
    public static readonly RfmSegment AtRisk = new(8);
    /// <summary>Very often, but long ago; value 9.</summary>
    public static readonly RfmSegment CannotLose = new(9);
    /// <summary>Long ago, seldom; value 10.</summary>
    public static readonly RfmSegment Hibernating = new(10);

    private RfmSegment(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
