using System.Text.Json.Serialization;

namespace KeyAccount.Core.Reviews;

/// <summary>The treatment of rows with faults.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportTolerance>))]
public enum ImportTolerance
{
    /// <summary>No portfolio is made while there is a fault.</summary>
    None,

    /// <summary>A faulty value is left out and counts as unknown; a row that needs the value is left out as a whole.</summary>
    LeaveOutValues,

    /// <summary>A row with a fault is left out as a whole.</summary>
    LeaveOutRows,
}
