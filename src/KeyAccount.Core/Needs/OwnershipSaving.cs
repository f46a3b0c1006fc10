namespace KeyAccount.Core.Needs;

/// <summary>The customer's saving over the years with one product instead of another.</summary>
/// <param name="ExtraOutlay">The additional amount paid on the day of the purchase; negative if less is paid.</param>
/// <param name="YearlySaving">The saving in each later year; negative if more is paid.</param>
/// <param name="NetPresentValue">The total saving, as a present value on the day of the purchase.</param>
/// <param name="PaybackYears">The number of years after which the extra outlay is recovered, undiscounted, linear within a year; 0 if there
/// is none; null if it is not recovered.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record OwnershipSaving(decimal ExtraOutlay, decimal YearlySaving, decimal NetPresentValue, decimal? PaybackYears);
