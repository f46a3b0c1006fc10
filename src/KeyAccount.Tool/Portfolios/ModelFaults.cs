using System.Globalization;
using KeyAccount.Core;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Portfolios;

/// <summary>Reports what a model or a file of accounts refuses as an error for the user.</summary>
internal static class ModelFaults
{
    private const int ReportedFaults = 20;

    /// <summary>How many faults there are, in words.</summary>
    public static string CountOf(int faults) => string.Create(CultureInfo.InvariantCulture, $"{faults} fault{(faults == 1 ? "" : "s")}");

    /// <summary>Reads something that reports all its faults at once; amounts that cannot be added are an error too.</summary>
    public static T Report<T>(Func<T> read, int most = ReportedFaults)
    {
        try
        {
            return Fitting(read);
        }
        catch (InvalidModelException e)
        {
            // The account is named once where all is about one.
            var accounts = e.Faults.Select(fault => fault.AccountId).Distinct(StringComparer.Ordinal).Take(2).ToArray();
            var only = accounts is [{ } id] ? $"account '{id}': " : "";
            var lines = string.Concat(e.Faults.Take(most).Select(fault =>
                $"\n  {fault.Path}: {fault.Message.ReplaceLineEndings(" ")}"
                + (only.Length == 0 && fault.AccountId is { } account ? $" (account '{account}')" : "")));
            var more = e.Faults.Count > most ? $"\n  … and {e.Faults.Count - most} more" : "";
            throw new ToolException($"{only}{CountOf(e.Faults.Count)}:{lines}{more}", e);
        }
    }

    /// <summary>Reads something; amounts that cannot be added are an error for the user, faults are left to the caller.</summary>
    public static T Fitting<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (OverflowException e)
        {
            throw new ToolException(e.Message, e);
        }
    }
}
