package io.cinema.auth.film.etl.opensearch;

import java.util.ArrayList;
import java.util.List;

/** Operations that are sent in one request. */
record Bulk(List<Operation> operations) {

  /** Puts as many into each as there is room for. One that is larger by itself goes alone. */
  static List<Bulk> split(List<Operation> operations, int bytes) {
    List<Bulk> bulks = new ArrayList<>();
    int start = 0;
    long size = 0;
    for (int i = 0; i < operations.size(); i++) {
      int next = operations.get(i).lines().length;
      if (i > start && size + next > bytes) {
        bulks.add(new Bulk(operations.subList(start, i)));
        start = i;
        size = 0;
      }
      size += next;
    }
    if (start < operations.size()) {
      bulks.add(new Bulk(operations.subList(start, operations.size())));
    }
    return bulks;
  }

  List<Bulk> halves() {
    int middle = operations.size() / 2;
    return List.of(
        new Bulk(operations.subList(0, middle)),
        new Bulk(operations.subList(middle, operations.size())));
  }

  byte[] lines() {
    int size = 0;
    for (Operation operation : operations) {
      size = Math.addExact(size, operation.lines().length);
    }
    byte[] lines = new byte[size];
    int end = 0;
    for (Operation operation : operations) {
      byte[] next = operation.lines();
      System.arraycopy(next, 0, lines, end, next.length);
      end += next.length;
    }
    return lines;
  }
}
