using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>How much of the service is of one depth.</summary>
/// <param name="Depth">The depth.</param>
/// <param name="Orders">How many service orders.</param>
/// <param name="Hours">Their hours of work, as far as they are known.</param>
/// <param name="Cost">What they cost us, as far as that is known.</param>
/// <param name="Share">Their share of the whole in the measure of the mix, as a fraction; null if nothing was measured.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record DepthShare(ServiceDepth Depth, int Orders, double Hours, decimal Cost, double? Share)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"DepthShare {{ Depth = {Depth}, Orders = {Orders}, Hours = {Hours}, Cost = {Cost}, Share = {Share} }}");
}
