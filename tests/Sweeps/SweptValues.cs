namespace KeyAccount.Sweeps;

/// <summary>Sound values that a project knows and a sweep cannot make.</summary>
internal static partial class SweptValues
{
    public static void Add(HostileValues values) => AddMore(values);

    static partial void AddMore(HostileValues values);
}
