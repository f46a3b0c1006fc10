using NodaTime;

namespace KeyAccount.Tool.Terminal;

/// <summary>The clock of the tool: the library reads none.</summary>
internal static class ToolClock
{
    /// <summary>Today, where the tool runs.</summary>
    public static LocalDate Today => LocalDate.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
}
