namespace KeyAccount.Core.Needs;

/// <summary>What the customer saves over the years with one product instead of another.</summary>
/// <param name="ExtraOutlay">What it pays more on the day of the purchase; negative if it pays less.</param>
/// <param name="YearlySaving">What it saves in each year after; negative if it pays more.</param>
/// <param name="NetPresentValue">All of it in the money of the day of the purchase.</param>
/// <param name="PaybackYears">After how many years the extra outlay has come back, undiscounted, linear within a year; 0 where there is
/// none; null if it does not come back.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record OwnershipSaving(decimal ExtraOutlay, decimal YearlySaving, decimal NetPresentValue, decimal? PaybackYears);
