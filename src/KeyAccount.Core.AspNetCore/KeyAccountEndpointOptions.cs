namespace KeyAccount.Core.AspNetCore;

/// <summary>The limits of the endpoints of <c>MapKeyAccount</c>.</summary>
/// <remarks>Set once while endpoints are mapped; not safe to share between threads before.</remarks>
public sealed class KeyAccountEndpointOptions
{
    /// <summary>The largest body in bytes, at least 1; 10 MiB by default. A larger one is answered with 413. It replaces the limit of the
    /// server.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public long MaxBodyBytes
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 10 * 1024 * 1024;

    /// <summary>The longest time for an answer, including the arrival of the body; above 0, 30 seconds by default. A longer one is answered
    /// with 503. A portfolio is abandoned between two accounts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public TimeSpan Timeout
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromSeconds(30);

    /// <summary>The largest number of accounts that are graded, reviewed or compared in one call, at least 1; 10,000 by default. More are
    /// answered with 413.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxAccounts
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 10_000;
}
