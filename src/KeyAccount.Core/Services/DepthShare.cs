using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>The share of one depth in the service.</summary>
/// <param name="Depth">The depth.</param>
/// <param name="Orders">The number of service orders.</param>
/// <param name="Hours">The hours of work, as far as known.</param>
/// <param name="Cost">The cost to us, as far as known.</param>
/// <param name="Share">The share in the whole by the measure of the mix, as a fraction; null if nothing was measured.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record DepthShare(ServiceDepth Depth, int Orders, double Hours, decimal Cost, double? Share)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"DepthShare {{ Depth = {Depth}, Orders = {Orders}, Hours = {Hours}, Cost = {Cost}, Share = {Share} }}");
}
