using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The quadrant of an attribute by its importance and our performance.</summary>
/// <remarks>Source: Martilla &amp; James 1977.</remarks>
[JsonConverter(typeof(TermJsonConverter<PerformanceQuadrant>))]
public sealed class PerformanceQuadrant : Term<PerformanceQuadrant>
{
    /// <summary>Important, and we perform badly; value 1.</summary>
    public static readonly PerformanceQuadrant ConcentrateHere = new(1);
    /// <summary>Important, and we perform well; value 2.</summary>
    public static readonly PerformanceQuadrant KeepUpTheGoodWork = new(2);
    /// <summary>Not important, and we perform badly; value 3.</summary>
    public static readonly PerformanceQuadrant LowPriority = new(3);
    /// <summary>Not important, and we perform well; value 4.</summary>
    public static readonly PerformanceQuadrant PossibleOverkill = new(4);

    private PerformanceQuadrant(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
