namespace KeyAccount.Core.AspNetCore;

/// <summary>The limits of the endpoints of <c>MapKeyAccount</c>.</summary>
/// <remarks>Set once while endpoints are mapped; not safe to share between threads before.</remarks>
public sealed class KeyAccountEndpointOptions
{
    /// <summary>The most bytes a body may have, at least 1; 10 MiB unless set. A longer one is answered with 413. It takes the place of the
    /// limit of the server.</summary>
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

    /// <summary>The most time an answer may take, the arrival of the body included; above 0, 30 seconds unless set. A longer one is
    /// answered with 503. A portfolio is given up between two accounts.</summary>
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

    /// <summary>The most accounts that are graded, reviewed or compared in one call, at least 1; 10,000 unless set. More are answered with
    /// 413.</summary>
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
