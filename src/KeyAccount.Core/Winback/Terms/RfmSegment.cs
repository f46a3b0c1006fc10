using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>The segment of a customer by recency and frequency of its purchases.</summary>
/// <remarks>LibraryDefault: ten usual names for a grid of five by five; no publication fixes it.</remarks>
[JsonConverter(typeof(TermJsonConverter<RfmSegment>))]
public sealed class RfmSegment : Term<RfmSegment>
{
    /// <summary>Frequent and recent; value 1.</summary>
    public static readonly RfmSegment Champion = new(1);
    /// <summary>Frequent; value 2.</summary>
    public static readonly RfmSegment Loyal = new(2);
    /// <summary>Recent, and more than once; value 3.</summary>
    public static readonly RfmSegment PotentialLoyalist = new(3);
    /// <summary>Recent, for the first time; value 4.</summary>
    public static readonly RfmSegment New = new(4);
    /// <summary>Fairly recent, but rare; value 5.</summary>
    public static readonly RfmSegment Promising = new(5);
    /// <summary>In the middle; value 6.</summary>
    public static readonly RfmSegment NeedsAttention = new(6);
    /// <summary>Some time ago, and rare; value 7.</summary>
    public static readonly RfmSegment AboutToSleep = new(7);
    /// <summary>Frequent, but some time ago; value 8.</summary>
    public static readonly RfmSegment AtRisk = new(8);
    /// <summary>Very frequent, but long ago; value 9.</summary>
    public static readonly RfmSegment CannotLose = new(9);
    /// <summary>Long ago, and rare; value 10.</summary>
    public static readonly RfmSegment Hibernating = new(10);

    private RfmSegment(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
