namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>The number of accounts in a band.</summary>
/// <typeparam name="TBand">The bands.</typeparam>
/// <param name="Band">The band; null for the accounts that are not rated.</param>
/// <param name="Accounts">The number of accounts in it.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record BandCount<TBand>(TBand? Band, long Accounts)
    where TBand : class;
